/** Whether two generations of a view are the same, and if not, in which documents and fields. */
@NullMarked
package vn.danvankheo.query.parity;

import org.jspecify.annotations.NullMarked;
