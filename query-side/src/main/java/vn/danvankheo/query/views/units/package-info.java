/** Units with their names and places by day. */
@NullMarked
package vn.danvankheo.query.views.units;

import org.jspecify.annotations.NullMarked;
