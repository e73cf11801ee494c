/** Plans. */
@NullMarked
package vn.danvankheo.query.views.plans;

import org.jspecify.annotations.NullMarked;
