/** What was done to or with the registry itself: nothing but its entries in the audit. */
@NullMarked
package vn.danvankheo.query.views.oversight;

import org.jspecify.annotations.NullMarked;
