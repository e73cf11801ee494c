/** What is late on a day, and by how much: computed from models, units and plans. */
@NullMarked
package vn.danvankheo.query.views.overdue;

import org.jspecify.annotations.NullMarked;
