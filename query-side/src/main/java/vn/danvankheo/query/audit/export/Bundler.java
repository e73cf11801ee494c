package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.attachments.AttachmentStore;
import vn.danvankheo.query.attachments.AttachmentStore.Paper;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.personal.PersonalOpener;

/** Puts bundles together; {@code docs/verify.md} says what is in them. */
public final class Bundler {
  private static final String FORMAT = "danvankheo-bundle/1";

  private final ExportStore events;
  private final LedgerStore ledger;
  private final AttachmentStore papers;
  private final PersonalOpener opener;

  /**
   * Takes what bundles are made from.
   *
   * @param events reads the events
   * @param ledger proves them
   * @param papers reads what goes with them
   * @param opener opens personal texts
   */
  public Bundler(
      ExportStore events, LedgerStore ledger, AttachmentStore papers, PersonalOpener opener) {
    this.events = events;
    this.ledger = ledger;
    this.papers = papers;
    this.opener = opener;
  }

  /**
   * Prepares a bundle.
   *
   * @param selection which events
   * @param tree that they are proven against; those behind it are left out
   * @param withPapers whether their papers are to be in it
   * @param personal whether names and telephone numbers are to be in it for anyone to read
   * @param earlier further trees that this one is shown to go on from
   */
  Bundle prepare(
      Selection selection,
      StoredCheckpoint tree,
      boolean withPapers,
      boolean personal,
      List<StoredCheckpoint> earlier)
      throws IOException {
    Map<String, Content> files = new LinkedHashMap<>();
    EventLines lines = new EventLines(events, selection, tree);
    EventLines.Seen seen = new EventLines.Seen();
    files.put("events.ndjson", lines::events);
    files.put("proofs.ndjson", lines::proofs);
    files.put("checkpoint", text(tree.note()));
    files.put("keys", text(keys()));
    if (!earlier.isEmpty()) {
      files.put("consistency.ndjson", text(consistency(earlier, tree)));
    }
    HistoryPage page = new HistoryPage(events, selection, tree, personal ? opener : null);
    files.put("history.html", page::writeTo);
    if (personal) {
      files.put("personal.ndjson", new PersonalLines(events, selection, tree, opener)::writeTo);
    }
    Map<String, Measured.Facts> facts = new LinkedHashMap<>();
    facts.put("events.ndjson", Measured.of(out -> lines.events(out, seen), nowhere()));
    for (Map.Entry<String, Content> file : files.entrySet()) {
      if (!facts.containsKey(file.getKey())) {
        facts.put(file.getKey(), Measured.of(file.getValue(), nowhere()));
      }
    }
    if (withPapers) {
      seen.papers().forEach(id -> add(id, files, facts));
    }
    byte[] manifest = manifest(selection, tree, withPapers, personal, seen, facts);
    return new Bundle(manifest, seen.events(), files, facts);
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }

  private static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A paper's name is its digest; one that is gone is left out, and shows. */
  private void add(String id, Map<String, Content> files, Map<String, Measured.Facts> facts) {
    Optional<Paper> found = papers.find(id);
    if (found.isPresent()) {
      Paper paper = found.get();
      String name = "attachments/" + id.replace(':', '-');
      files.put(name, out -> papers.copy(paper, out));
      facts.put(name, new Measured.Facts(paper.size(), id.substring(id.indexOf(':') + 1)));
    }
  }

  private String keys() {
    List<VerifierKey> newestFirst = new ArrayList<>(ledger.keys());
    Collections.reverse(newestFirst);
    return newestFirst.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
  }

  private String consistency(List<StoredCheckpoint> earlier, StoredCheckpoint tree) {
    StringBuilder lines = new StringBuilder();
    for (StoredCheckpoint each : earlier) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("checkpoint", each.note());
      ArrayNode hashes = line.putArray("hashes");
      ledger.consistency(each.size(), tree.size()).stream().map(Hash::base64).forEach(hashes::add);
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  private static byte[] manifest(
      Selection selection,
      StoredCheckpoint tree,
      boolean withPapers,
      boolean personal,
      EventLines.Seen seen,
      Map<String, Measured.Facts> facts) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("format", FORMAT);
    ObjectNode asked = manifest.putObject("selection");
    selection.parameters().forEach(asked::put);
    manifest.put("complete", selection.complete().name());
    manifest.put("attachments", withPapers);
    manifest.put("personal", personal);
    ObjectNode log = manifest.putObject("log");
    log.put("origin", tree.signed().text().lines().findFirst().orElseThrow());
    log.put("size", tree.size());
    log.put("root", tree.root().base64());
    manifest.put("events", seen.events());
    manifest.put("aggregates", seen.aggregates());
    ArrayNode list = manifest.putArray("files");
    facts.forEach(
        (name, content) ->
            list.addObject()
                .put("name", name)
                .put("size", content.size())
                .put("sha256", content.sha256()));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
  }
}
