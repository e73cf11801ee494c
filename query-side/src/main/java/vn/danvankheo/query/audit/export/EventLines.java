package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.query.audit.ledger.LedgerEntries;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.reading.LogRow;

/** The lines of events, byte for byte as they are stored, and those of their proofs. */
final class EventLines {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final ExportStore store;
  private final Selection selection;
  private final StoredCheckpoint tree;

  EventLines(ExportStore store, Selection selection, StoredCheckpoint tree) {
    this.store = store;
    this.selection = selection;
    this.tree = tree;
  }

  void events(OutputStream out) throws IOException {
    events(out, null);
  }

  /** Writes the events, and notes what the rest of the bundle has to know of them. */
  void events(OutputStream out, @Nullable Seen seen) throws IOException {
    store.proven(
        selection,
        tree.position(),
        (row, leafIndex, entry, hashes) -> {
          if (seen != null) {
            seen.add(row);
          }
          line(out, event(row));
        });
  }

  void proofs(OutputStream out) throws IOException {
    store.proven(
        selection,
        tree.position(),
        (row, leafIndex, entry, hashes) -> line(out, proof(row, leafIndex, entry, hashes)));
  }

  private static void line(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** As the entry has it, but with the bytes in place of their digests. */
  private static String event(LogRow row) {
    String entry = LedgerEntries.of(row).json();
    return entry.substring(0, entry.indexOf(",\"payload\":"))
        + ",\"payload\":\""
        + BASE64.encodeToString(row.payload())
        + "\",\"metadata\":\""
        + BASE64.encodeToString(row.metadata())
        + "\"}";
  }

  /** An event that the ledger does not know gets a proof of nothing, and shows. */
  private String proof(LogRow row, long leafIndex, byte @Nullable [] entry, TreeHashes hashes) {
    boolean known = entry != null && leafIndex < tree.size();
    List<Hash> proof = known ? MerkleProofs.inclusion(leafIndex, tree.size(), hashes) : List.of();
    byte[] leaf = entry == null ? LedgerEntries.of(row).bytes() : entry;
    return "{\"leafIndex\":"
        + leafIndex
        + ",\"entry\":\""
        + BASE64.encodeToString(leaf)
        + "\",\"hashes\":"
        + proof.stream()
            .map(hash -> "\"" + hash.base64() + "\"")
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }

  /** What was seen on the way through the events. */
  static final class Seen {
    private final Set<String> aggregates = new HashSet<>();
    private final SortedSet<String> papers = new TreeSet<>();
    private long events;

    private void add(LogRow row) {
      events++;
      aggregates.add(row.aggregateId());
      try (JsonParser json = JsonMapper.shared().createParser(row.payload())) {
        boolean attachments = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          switch (token) {
            case PROPERTY_NAME -> attachments = "attachments".equals(json.currentName());
            case VALUE_STRING -> paper(json.getString(), attachments);
            case END_ARRAY -> attachments = false;
            default -> {}
          }
        }
      } catch (JacksonException e) {
        // What somebody made unreadable is handed out as it is; it shows in the proof.
        return;
      }
    }

    private void paper(String text, boolean attachments) {
      if (attachments && text.matches("sha256:[0-9a-f]{64}")) {
        papers.add(text);
      }
    }

    long events() {
      return events;
    }

    int aggregates() {
      return aggregates.size();
    }

    SortedSet<String> papers() {
      return papers;
    }
  }
}
