/** What can happen to a yearly movement plan (kế hoạch). */
@NullMarked
package vn.danvankheo.events.plan;

import org.jspecify.annotations.NullMarked;
