/** Handing in papers over HTTP. */
@NullMarked
package vn.danvankheo.command.attachment.http;

import org.jspecify.annotations.NullMarked;
