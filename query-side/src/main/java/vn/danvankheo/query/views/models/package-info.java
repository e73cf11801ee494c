/** The view of models: one document serves the list and the whole model. */
@NullMarked
package vn.danvankheo.query.views.models;

import org.jspecify.annotations.NullMarked;
