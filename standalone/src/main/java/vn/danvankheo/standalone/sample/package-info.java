/** Sample data, played into a running registry through its public HTTP interface. */
@NullMarked
package vn.danvankheo.standalone.sample;

import org.jspecify.annotations.NullMarked;
