/** Handing in lists over HTTP. */
@NullMarked
package vn.danvankheo.command.importing.http;

import org.jspecify.annotations.NullMarked;
