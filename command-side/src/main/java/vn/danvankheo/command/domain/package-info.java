/** What all decisions share: pure Java, no store, clock, random or framework. */
@NullMarked
package vn.danvankheo.command.domain;

import org.jspecify.annotations.NullMarked;
