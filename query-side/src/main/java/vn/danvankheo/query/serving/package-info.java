/** What all queries share: waiting for a view, its position and tags, pages, tables, schemas. */
@NullMarked
package vn.danvankheo.query.serving;

import org.jspecify.annotations.NullMarked;
