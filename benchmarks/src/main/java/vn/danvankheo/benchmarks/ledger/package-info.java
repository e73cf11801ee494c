/** What the ledger costs, how far it is behind, and how fast it is verified. */
@NullMarked
package vn.danvankheo.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
