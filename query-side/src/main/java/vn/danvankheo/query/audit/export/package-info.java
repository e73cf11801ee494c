/** Events handed out as a bundle that can be checked without us, by the program or by anyone's. */
@NullMarked
package vn.danvankheo.query.audit.export;

import org.jspecify.annotations.NullMarked;
