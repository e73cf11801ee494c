/** Both sides in one process, with the stores an office without servers needs. */
@NullMarked
package vn.danvankheo.standalone;

import org.jspecify.annotations.NullMarked;
