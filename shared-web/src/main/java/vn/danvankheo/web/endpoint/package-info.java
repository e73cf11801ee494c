/**
 * Operations: what is served under which method and path, declared once for routing and documents.
 */
@NullMarked
package vn.danvankheo.web.endpoint;

import org.jspecify.annotations.NullMarked;
