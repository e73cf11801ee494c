/** Entity tags: If-Match for commands, If-None-Match for queries. */
@NullMarked
package vn.danvankheo.web.conditional;

import org.jspecify.annotations.NullMarked;
