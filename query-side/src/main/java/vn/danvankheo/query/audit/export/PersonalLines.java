package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.history.domain.Personal;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.web.problem.Language;

/** The words of the sealed texts in a bundle's events, as long as they have their keys. */
final class PersonalLines {
  private final ExportStore store;
  private final Selection selection;
  private final StoredCheckpoint tree;
  private final PersonalOpener opener;

  PersonalLines(
      ExportStore store, Selection selection, StoredCheckpoint tree, PersonalOpener opener) {
    this.store = store;
    this.selection = selection;
    this.tree = tree;
    this.opener = opener;
  }

  void writeTo(OutputStream out) throws IOException {
    store.proven(selection, tree.position(), (row, leaf, entry, hashes) -> out.write(lines(row)));
  }

  /** What somebody made unreadable has no words; it shows in the proof. */
  private byte[] lines(LogRow row) {
    StringBuilder lines = new StringBuilder();
    try {
      JsonNode payload = JsonMapper.shared().readTree(row.payload());
      Set<String> keys = new HashSet<>();
      Personal.collectKeys(payload, keys);
      OpenedTexts words = opener.wordsBy(keys, Language.VI);
      Personal.eachSealed(
          payload,
          (pointer, text) -> {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("eventId", row.eventId().toString()).put("pointer", pointer.toString());
            Optional<String> opened = words.opened(text);
            opened.ifPresentOrElse(
                known -> line.put("text", known), () -> line.put("erased", true));
            lines.append(line).append('\n');
          });
    } catch (JacksonException e) {
      return new byte[0];
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
