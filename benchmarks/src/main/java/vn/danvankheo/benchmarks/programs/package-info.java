/** The product's programs as processes of their own, and a client that costs little beside them. */
@NullMarked
package vn.danvankheo.benchmarks.programs;

import org.jspecify.annotations.NullMarked;
