/** What both sides say over HTTP in one voice. */
@NullMarked
package vn.danvankheo.web;

import org.jspecify.annotations.NullMarked;
