/** OpenAPI 3.1 documents made from the declared operations, and the page that shows them. */
@NullMarked
package vn.danvankheo.web.openapi;

import org.jspecify.annotations.NullMarked;
