/** A real PostgreSQL and whole write sides on it, for the store tests. */
@NullMarked
package vn.danvankheo.command.support;

import org.jspecify.annotations.NullMarked;
