/**
 * Folds the event log into views: one leader for each view database, batches in memory, guarded
 * writes, checkpoints; and tells queries how far each view is.
 */
@NullMarked
package vn.danvankheo.query.projecting;

import org.jspecify.annotations.NullMarked;
