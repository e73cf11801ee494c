/** What the person at the console reads, in their language. */
@NullMarked
package vn.danvankheo.standalone.console;

import org.jspecify.annotations.NullMarked;
