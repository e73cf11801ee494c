/** What can happen to a mobilisation model (mô hình "Dân vận khéo"). */
@NullMarked
package vn.danvankheo.events.model;

import org.jspecify.annotations.NullMarked;
