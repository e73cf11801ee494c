package vn.danvankheo.verifier;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.LedgerEntry;

/** Checks events and their proofs side by side, one of each in memory at a time. */
final class Events {
  private final Archive archive;
  private final Manifest manifest;
  private final Checkpoint tree;
  private final Report report;
  private final Map<String, Long> versions = new HashMap<>();
  private final Set<String> papers = new TreeSet<>();
  private long events;
  private long proven;
  private long gaps;
  private long line;
  private long position = -1;
  private long leafIndex = -1;

  Events(Archive archive, Manifest manifest, Checkpoint tree, Report report) {
    this.archive = archive;
    this.manifest = manifest;
    this.tree = tree;
    this.report = report;
  }

  /**
   * Checks them all.
   *
   * @return the papers that they name
   */
  Set<String> check() throws IOException {
    long before = report.count();
    try (Lines events = new Lines(archive.open("events.ndjson"));
        Lines proofs = new Lines(archive.open("proofs.ndjson"))) {
      pairs(events, proofs);
    } catch (IllegalArgumentException e) {
      report.problem("line.unreadable", line, String.valueOf(e.getMessage()));
    }
    if (events != manifest.events() || versions.size() != manifest.aggregates()) {
      report.problem(
          "events.count", events, versions.size(), manifest.events(), manifest.aggregates());
    }
    if (proven > 0) {
      report.proven("proven.events", proven, tree.size());
    }
    if (report.count() == before) {
      completeness();
    }
    return papers;
  }

  private void pairs(Lines events, Lines proofs) throws IOException {
    String event = events.next();
    String proof = proofs.next();
    while (event != null && proof != null) {
      line++;
      pair(EventLine.parse(event), ProofLine.parse(proof));
      event = events.next();
      proof = proofs.next();
    }
    if (event != null) {
      report.problem("proofs.end", line);
    } else if (proof != null) {
      report.problem("events.end", line);
    }
  }

  private void pair(EventLine event, ProofLine proof) {
    events++;
    LedgerEntry entry = event.entry();
    boolean inTree = proof.isIn(tree);
    List<String> differences = event.differencesTo(proof.entry());
    if (!inTree) {
      problem("proof.wrong", entry);
    }
    if (!differences.isEmpty()) {
      problem("event.changed", entry, String.join(", ", differences));
    }
    if (inTree && differences.isEmpty()) {
      proven++;
    }
    order(entry, proof);
    version(entry);
    papers(entry, event.payload());
  }

  private void order(LedgerEntry entry, ProofLine proof) {
    if (entry.position() <= position || proof.leafIndex() <= leafIndex) {
      problem("event.order", entry);
    } else if (manifest.complete() == Manifest.Completeness.RANGE
        && leafIndex >= 0
        && proof.leafIndex() != leafIndex + 1) {
      report.problem("range.gap", leafIndex + 1, proof.leafIndex() - 1);
    }
    position = entry.position();
    leafIndex = proof.leafIndex();
  }

  private void version(LedgerEntry entry) {
    Long last = versions.put(entry.aggregateId(), entry.version());
    long expected = last == null ? 0 : last + 1;
    if (last != null && entry.version() < expected) {
      problem("version.again", entry);
    } else if (entry.version() != expected) {
      gaps++;
      if (manifest.complete() == Manifest.Completeness.STREAMS
          || (manifest.complete() == Manifest.Completeness.RANGE && last != null)) {
        report.problem(
            "version.gap", entry.aggregateId(), expected, entry.version() - 1, entry.position());
      }
    }
  }

  private void papers(LedgerEntry entry, byte[] payload) {
    try {
      collect(Json.parse(Lines.utf8(payload)), false);
    } catch (IllegalArgumentException e) {
      problem("event.unreadable", entry);
    }
  }

  /** Papers are named in lists called attachments, wherever they are. */
  private void collect(@Nullable Object value, boolean attachments) {
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, field) -> collect(field, "attachments".equals(name)));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, attachments));
    } else if (attachments && value instanceof String id && Papers.isPaper(id)) {
      papers.add(id);
    }
  }

  private void completeness() {
    if (events == 0) {
      report.limit("limit.empty");
      return;
    }
    switch (manifest.complete()) {
      case STREAMS -> {
        report.proven("proven.streams", versions.size());
        report.limit("limit.later", tree.size());
      }
      case RANGE -> {
        report.proven("proven.range", events);
        report.limit("limit.range");
      }
      case NONE -> report.limit("limit.selection", gaps);
    }
  }

  private void problem(String key, LedgerEntry entry, Object... more) {
    Object[] args = new Object[more.length + 5];
    args[0] = entry.position();
    args[1] = entry.eventId();
    args[2] = entry.aggregateId();
    args[3] = entry.version();
    args[4] = entry.recordedAt();
    System.arraycopy(more, 0, args, 5, more.length);
    report.problem(key, args);
  }
}
