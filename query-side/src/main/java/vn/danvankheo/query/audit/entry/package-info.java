/** One document for every event: what the audit is searched by, and the event itself, packed. */
@NullMarked
package vn.danvankheo.query.audit.entry;

import org.jspecify.annotations.NullMarked;
