/** What all commands share over HTTP: reading a submission, carrying it out, answering. */
@NullMarked
package vn.danvankheo.command.http;

import org.jspecify.annotations.NullMarked;
