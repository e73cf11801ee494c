/** Temporary files, which go with their process however it ends. */
@NullMarked
package vn.danvankheo.web.scratch;

import org.jspecify.annotations.NullMarked;
