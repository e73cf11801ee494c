/** What machines ask: liveness, readiness, metrics. */
@NullMarked
package vn.danvankheo.web.health;

import org.jspecify.annotations.NullMarked;
