/** Reports on paper, in the layout of Decree 30/2020/NĐ-CP: the same content, the same bytes. */
@NullMarked
package vn.danvankheo.query.reporting.documents;

import org.jspecify.annotations.NullMarked;
