/** What leaves a record in the audit without being a decision on anything in the registry. */
@NullMarked
package vn.danvankheo.events.oversight;

import org.jspecify.annotations.NullMarked;
