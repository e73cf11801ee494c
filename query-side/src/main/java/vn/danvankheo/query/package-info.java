/** The read side: views in MongoDB folded from the event log, and the queries that they answer. */
@NullMarked
package vn.danvankheo.query;

import org.jspecify.annotations.NullMarked;
