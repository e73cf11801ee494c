/** The papers that go with models, streamed from the event database. */
@NullMarked
package vn.danvankheo.query.attachments;

import org.jspecify.annotations.NullMarked;
