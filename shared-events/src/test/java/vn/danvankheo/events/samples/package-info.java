/** Makers of plausible events for the tests of all modules. */
@NullMarked
package vn.danvankheo.events.samples;

import org.jspecify.annotations.NullMarked;
