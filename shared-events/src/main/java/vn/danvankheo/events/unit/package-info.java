/** What can happen to an organisational unit (đơn vị). */
@NullMarked
package vn.danvankheo.events.unit;

import org.jspecify.annotations.NullMarked;
