/** Queries over HTTP against the same questions asked by the raw driver. */
@NullMarked
package vn.danvankheo.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
