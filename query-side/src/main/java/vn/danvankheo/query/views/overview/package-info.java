/** The figures of a year and of the one before, computed from the models. */
@NullMarked
package vn.danvankheo.query.views.overview;

import org.jspecify.annotations.NullMarked;
