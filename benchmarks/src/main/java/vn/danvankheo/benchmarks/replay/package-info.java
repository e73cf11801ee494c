/** How fast views are built from the log, beside what the stores can do and stock Axon does. */
@NullMarked
package vn.danvankheo.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
