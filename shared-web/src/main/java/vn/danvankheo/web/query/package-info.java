/** Query parameters: a declared set, checked as a whole. */
@NullMarked
package vn.danvankheo.web.query;

import org.jspecify.annotations.NullMarked;
