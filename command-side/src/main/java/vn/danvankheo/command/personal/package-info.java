/**
 * The keys of names and telephone numbers: made when one is stored, destroyed when it is erased.
 */
@NullMarked
package vn.danvankheo.command.personal;

import org.jspecify.annotations.NullMarked;
