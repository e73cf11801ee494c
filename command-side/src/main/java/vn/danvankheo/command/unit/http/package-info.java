/** Commands about units over HTTP. */
@NullMarked
package vn.danvankheo.command.unit.http;

import org.jspecify.annotations.NullMarked;
