/** Logging in, going on and logging out over HTTP. */
@NullMarked
package vn.danvankheo.command.session.http;

import org.jspecify.annotations.NullMarked;
