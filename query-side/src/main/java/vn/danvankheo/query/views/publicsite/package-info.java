/** What anyone may see: recognised models, without any personal data beyond a recognised name. */
@NullMarked
package vn.danvankheo.query.views.publicsite;

import org.jspecify.annotations.NullMarked;
