/** Says offline what a bundle of events proves, what it does not, and why. */
@NullMarked
package vn.danvankheo.verifier;

import org.jspecify.annotations.NullMarked;
