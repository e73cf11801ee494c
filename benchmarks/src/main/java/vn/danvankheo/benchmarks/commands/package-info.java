/** Commands decided and stored: by bare inserts, by Axon as it comes, and by the command side. */
@NullMarked
package vn.danvankheo.benchmarks.commands;

import org.jspecify.annotations.NullMarked;
