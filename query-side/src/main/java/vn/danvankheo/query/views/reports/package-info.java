/** Issued reports: what was issued, not what it says, which comes out of the events again. */
@NullMarked
package vn.danvankheo.query.views.reports;

import org.jspecify.annotations.NullMarked;
