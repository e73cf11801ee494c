/** Commands over real HTTP, with every check, against what the event database can take. */
@NullMarked
package vn.danvankheo.benchmarks.http;

import org.jspecify.annotations.NullMarked;
