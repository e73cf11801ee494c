/** What every decision may know of units and plans, true within its transaction. */
@NullMarked
package vn.danvankheo.command.reference;

import org.jspecify.annotations.NullMarked;
