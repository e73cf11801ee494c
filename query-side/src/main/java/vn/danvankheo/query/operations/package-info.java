/** Long work as callers see it: where it stands now, and as a stream until it ends. */
@NullMarked
package vn.danvankheo.query.operations;

import org.jspecify.annotations.NullMarked;
