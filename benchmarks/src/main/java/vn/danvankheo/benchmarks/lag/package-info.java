/** How long after its commit a change can be read. */
@NullMarked
package vn.danvankheo.benchmarks.lag;

import org.jspecify.annotations.NullMarked;
