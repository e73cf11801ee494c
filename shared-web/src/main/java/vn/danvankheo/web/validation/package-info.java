/**
 * Bodies: declarative schemas that find all faults at once and describe themselves as JSON Schema.
 */
@NullMarked
package vn.danvankheo.web.validation;

import org.jspecify.annotations.NullMarked;
