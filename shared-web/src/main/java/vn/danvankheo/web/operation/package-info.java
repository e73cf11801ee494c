/** Long work as it is told to its callers: imports, replays, verifications. */
@NullMarked
package vn.danvankheo.web.operation;

import org.jspecify.annotations.NullMarked;
