/** What an event costs a processor when it is folded into views. */
@NullMarked
package vn.danvankheo.benchmarks.folds;

import org.jspecify.annotations.NullMarked;
