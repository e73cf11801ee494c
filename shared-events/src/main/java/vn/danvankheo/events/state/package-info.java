/**
 * What a model, unit, plan or account is after its events: pure folds, used by decisions and views
 * alike.
 */
@NullMarked
package vn.danvankheo.events.state;

import org.jspecify.annotations.NullMarked;
