/** Rating units over HTTP. */
@NullMarked
package vn.danvankheo.command.rating.http;

import org.jspecify.annotations.NullMarked;
