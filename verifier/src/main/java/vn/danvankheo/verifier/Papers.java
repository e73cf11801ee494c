package vn.danvankheo.verifier;

import java.util.Set;
import java.util.TreeSet;

/** Checks that the papers are those that events name, by the digest of their content. */
final class Papers {
  private static final String FOLDER = "attachments/";
  private static final String PAPER = "sha256[:-][0-9a-f]{64}";

  private final Archive archive;
  private final Manifest manifest;
  private final Report report;

  Papers(Archive archive, Manifest manifest, Report report) {
    this.archive = archive;
    this.manifest = manifest;
    this.report = report;
  }

  static boolean isPaper(String id) {
    return id.matches(PAPER) && id.charAt(6) == ':';
  }

  void check(Set<String> named) {
    long before = report.count();
    Set<String> missing = new TreeSet<>(named);
    archive
        .contents()
        .forEach(
            (name, content) -> {
              if (name.startsWith(FOLDER)) {
                String id = name.substring(FOLDER.length()).replaceFirst("-", ":");
                if (!id.equals("sha256:" + content.sha256().hex())) {
                  report.problem("paper.changed", name);
                } else if (!named.contains(id)) {
                  report.problem("paper.stranger", name);
                }
                missing.remove(id);
              }
            });
    if (!manifest.attachments()) {
      report.limit("limit.papers", missing.size());
    } else {
      missing.forEach(id -> report.problem("paper.missing", id));
    }
    if (report.count() == before && missing.size() < named.size()) {
      report.proven("proven.papers", named.size() - missing.size());
    }
  }
}
