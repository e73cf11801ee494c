/** What an event changed, and how it is told: pure, from folded states alone. */
@NullMarked
package vn.danvankheo.query.history.domain;

import org.jspecify.annotations.NullMarked;
