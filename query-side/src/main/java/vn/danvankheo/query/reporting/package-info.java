/** Reports: drafts from the events, issued ones from the events again, and their digests. */
@NullMarked
package vn.danvankheo.query.reporting;

import org.jspecify.annotations.NullMarked;
