/** Who calls: bearer tokens, the caller they name, and the one table of rights. */
@NullMarked
package vn.danvankheo.web.security;

import org.jspecify.annotations.NullMarked;
