/** Puts the write side's operations together. */
@NullMarked
package vn.danvankheo.command.serving;

import org.jspecify.annotations.NullMarked;
