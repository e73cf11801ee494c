/** The form that lists of models are imported by: its columns, and the empty form for download. */
@NullMarked
package vn.danvankheo.web.importing;

import org.jspecify.annotations.NullMarked;
