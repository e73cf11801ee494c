/** Units' yearly ratings. */
@NullMarked
package vn.danvankheo.query.views.ratings;

import org.jspecify.annotations.NullMarked;
