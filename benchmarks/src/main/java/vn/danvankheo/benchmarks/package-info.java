/** Speed as ratios to a raw limit and to a stock peer, measured in the same run. */
@NullMarked
package vn.danvankheo.benchmarks;

import org.jspecify.annotations.NullMarked;
