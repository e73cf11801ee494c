/** What can happen to an issued report (báo cáo đã phát hành). */
@NullMarked
package vn.danvankheo.events.report;

import org.jspecify.annotations.NullMarked;
