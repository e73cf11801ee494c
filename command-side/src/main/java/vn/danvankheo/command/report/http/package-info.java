/** Issuing reports over HTTP. */
@NullMarked
package vn.danvankheo.command.report.http;

import org.jspecify.annotations.NullMarked;
