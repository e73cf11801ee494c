/** The servers that measurements run against. */
@NullMarked
package vn.danvankheo.benchmarks.stores;

import org.jspecify.annotations.NullMarked;
