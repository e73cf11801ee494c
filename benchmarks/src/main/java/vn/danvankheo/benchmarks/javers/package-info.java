/**
 * JaVers, an audit log as a library, beside the registry on the same server with the same changes.
 */
@NullMarked
package vn.danvankheo.benchmarks.javers;

import org.jspecify.annotations.NullMarked;
