/**
 * How long a model takes to come back from the log, by its history and by how often it is stored
 * whole.
 */
@NullMarked
package vn.danvankheo.benchmarks.rehydration;

import org.jspecify.annotations.NullMarked;
