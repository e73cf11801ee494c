/** Pure JSON-to-JSON steps that lift events stored in an older revision. */
@NullMarked
package vn.danvankheo.events.upcasting;

import org.jspecify.annotations.NullMarked;
