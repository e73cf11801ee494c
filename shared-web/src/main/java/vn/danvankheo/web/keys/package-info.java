/** Keys that stay outside of every database. */
@NullMarked
package vn.danvankheo.web.keys;

import org.jspecify.annotations.NullMarked;
