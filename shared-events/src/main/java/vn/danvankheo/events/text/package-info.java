/** Vietnamese text: Unicode normal form, folded forms for search and duplicates, sort keys. */
@NullMarked
package vn.danvankheo.events.text;

import org.jspecify.annotations.NullMarked;
