/** Every error as an RFC 9457 problem, in Vietnamese or English. */
@NullMarked
package vn.danvankheo.web.problem;

import org.jspecify.annotations.NullMarked;
