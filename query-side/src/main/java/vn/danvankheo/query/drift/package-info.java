/**
 * View documents that are not what their events give: written down, and shown to administrators.
 */
@NullMarked
package vn.danvankheo.query.drift;

import org.jspecify.annotations.NullMarked;
