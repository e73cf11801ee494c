/** Erasing what is told of a person, over HTTP. */
@NullMarked
package vn.danvankheo.command.personal.http;

import org.jspecify.annotations.NullMarked;
