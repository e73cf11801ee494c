/** The README's own examples, run. */
@NullMarked
package vn.danvankheo.standalone.readme;

import org.jspecify.annotations.NullMarked;
