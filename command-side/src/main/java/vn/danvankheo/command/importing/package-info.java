/** Lists of models out of files: rows of the form become the bodies that are posted one by one. */
@NullMarked
package vn.danvankheo.command.importing;

import org.jspecify.annotations.NullMarked;
