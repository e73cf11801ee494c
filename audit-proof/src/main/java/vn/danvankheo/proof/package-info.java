/** A transparency log over events, published and checked as C2SP tiles, checkpoints and notes. */
@NullMarked
package vn.danvankheo.proof;

import org.jspecify.annotations.NullMarked;
