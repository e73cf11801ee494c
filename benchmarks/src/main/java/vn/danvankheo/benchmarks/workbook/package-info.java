/** Our writer of workbooks beside a library's. */
@NullMarked
package vn.danvankheo.benchmarks.workbook;

import org.jspecify.annotations.NullMarked;
