/** How anything is measured: writers that start together, rounds that alternate, medians, bars. */
@NullMarked
package vn.danvankheo.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
