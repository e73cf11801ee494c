/** Who the caller is and what they may do. */
@NullMarked
package vn.danvankheo.query.me;

import org.jspecify.annotations.NullMarked;
