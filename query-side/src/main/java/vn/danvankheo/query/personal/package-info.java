/** Opens sealed names and telephone numbers at the moment they are shown, and at no other. */
@NullMarked
package vn.danvankheo.query.personal;

import org.jspecify.annotations.NullMarked;
