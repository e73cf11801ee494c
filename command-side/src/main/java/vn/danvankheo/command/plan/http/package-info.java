/** Commands about yearly plans over HTTP. */
@NullMarked
package vn.danvankheo.command.plan.http;

import org.jspecify.annotations.NullMarked;
