/** Trace and request ids of each exchange, and a log of accesses without personal data. */
@NullMarked
package vn.danvankheo.web.trace;

import org.jspecify.annotations.NullMarked;
