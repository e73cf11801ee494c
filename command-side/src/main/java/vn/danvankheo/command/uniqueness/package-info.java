/** What must be unique across models, kept in tables written with the events. */
@NullMarked
package vn.danvankheo.command.uniqueness;

import org.jspecify.annotations.NullMarked;
