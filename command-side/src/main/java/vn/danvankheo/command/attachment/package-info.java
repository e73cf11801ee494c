/** Papers that go with models: known by their content, kept in the event database. */
@NullMarked
package vn.danvankheo.command.attachment;

import org.jspecify.annotations.NullMarked;
