/** Other offices' logs, whose trees this installation has seen and cosigns. */
@NullMarked
package vn.danvankheo.query.audit.witness;

import org.jspecify.annotations.NullMarked;
