/** What a start with --demo shows. */
@NullMarked
package vn.danvankheo.standalone.demo;

import org.jspecify.annotations.NullMarked;
