/** Commands about models over HTTP. */
@NullMarked
package vn.danvankheo.command.model.http;

import org.jspecify.annotations.NullMarked;
