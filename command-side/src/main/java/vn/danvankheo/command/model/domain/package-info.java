/** Decisions about mobilisation models (mô hình "Dân vận khéo"): commands, rules, nothing else. */
@NullMarked
package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.NullMarked;
