/** Takeovers of models by other units, for the models that were taken over. */
@NullMarked
package vn.danvankheo.query.views.replications;

import org.jspecify.annotations.NullMarked;
