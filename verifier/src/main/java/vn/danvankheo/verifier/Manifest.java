package vn.danvankheo.verifier;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;

/**
 * What a bundle says of itself.
 *
 * @param selection what was asked for, by parameter
 * @param complete in which way nothing is left out
 * @param attachments whether the papers that events name are in it
 * @param personal whether it has names and telephone numbers in the open
 * @param log the tree that everything is proven against
 * @param events how many there are
 * @param aggregates how many things they are about
 * @param files what every other file holds, by name
 */
record Manifest(
    Map<String, String> selection,
    Completeness complete,
    boolean attachments,
    boolean personal,
    Checkpoint log,
    long events,
    long aggregates,
    Map<String, Archive.Content> files) {
  static final String NAME = "manifest.json";
  static final int MAX_SIZE = 256 << 20;

  private static final String FORMAT = "danvankheo-bundle/1";
  private static final Set<String> FIELDS =
      Set.of(
          "format",
          "selection",
          "complete",
          "attachments",
          "personal",
          "log",
          "events",
          "aggregates",
          "files");

  /** In which way a bundle leaves nothing out, so that it shows when something is taken away. */
  enum Completeness {
    /** Each thing's events from its first on. */
    STREAMS,
    /** All events of the log from one to another. */
    RANGE,
    /** Only what was looked for. */
    NONE
  }

  static Manifest parse(String json) throws Unreadable {
    Fields any = Fields.any(Json.parse(json));
    if (!FORMAT.equals(any.get("format"))) {
      throw new Unreadable("unreadable.format", String.valueOf(any.get("format")));
    }
    Fields fields = new Fields(Json.parse(json), FIELDS);
    Fields log = new Fields(fields.get("log"), Set.of("origin", "size", "root"));
    return new Manifest(
        selection(Fields.any(fields.get("selection"))),
        Completeness.valueOf(fields.text("complete")),
        fields.flag("attachments"),
        fields.flag("personal"),
        new Checkpoint(log.text("origin"), log.number("size"), Hash.fromBase64(log.text("root"))),
        fields.number("events"),
        fields.number("aggregates"),
        files(fields));
  }

  private static Map<String, String> selection(Fields fields) {
    Map<String, String> selection = new LinkedHashMap<>();
    fields.names().forEach(name -> selection.put((String) name, fields.text((String) name)));
    return selection;
  }

  private static Map<String, Archive.Content> files(Fields fields) {
    Map<String, Archive.Content> files = new LinkedHashMap<>();
    for (Object item : fields.list("files")) {
      Fields file = new Fields(item, Set.of("name", "size", "sha256"));
      Archive.Content content =
          new Archive.Content(
              file.number("size"), Hash.of(HexFormat.of().parseHex(file.text("sha256"))));
      if (files.put(file.text("name"), content) != null) {
        throw new IllegalArgumentException("A file is listed twice");
      }
    }
    return files;
  }
}
