package vn.danvankheo.web.table;

import java.time.LocalDateTime;

/** The time of every entry of our ZIP files, so that the same content makes the same bytes. */
public final class ZipTime {
  /** Not the oldest that a ZIP file has: that one the JDK writes by the system's time zone too. */
  public static final LocalDateTime NONE = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

  private ZipTime() {}
}
