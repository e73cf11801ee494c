/** A made-up province whose events fill a log in no time. */
@NullMarked
package vn.danvankheo.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
