/** The transparency log over the event log: written by one process, proven and published by all. */
@NullMarked
package vn.danvankheo.query.audit.ledger;

import org.jspecify.annotations.NullMarked;
