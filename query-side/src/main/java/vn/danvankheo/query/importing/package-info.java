/** The empty form for imports, and how an import goes. */
@NullMarked
package vn.danvankheo.query.importing;

import org.jspecify.annotations.NullMarked;
