/** The only list of all events: stored name and revision to class. */
@NullMarked
package vn.danvankheo.events.catalogue;

import org.jspecify.annotations.NullMarked;
