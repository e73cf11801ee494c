/** The contract both sides store and read: one recorded event and what goes with it. */
@NullMarked
package vn.danvankheo.events;

import org.jspecify.annotations.NullMarked;
