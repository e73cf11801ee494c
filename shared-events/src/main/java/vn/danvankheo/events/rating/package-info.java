/** What can happen to a unit's yearly rating (xếp loại công tác dân vận). */
@NullMarked
package vn.danvankheo.events.rating;

import org.jspecify.annotations.NullMarked;
