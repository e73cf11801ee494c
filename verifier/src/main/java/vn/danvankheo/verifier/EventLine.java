package vn.danvankheo.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.LedgerEntry;

/**
 * An event as the bundle has it.
 *
 * @param entry what the log must say of it
 * @param payload its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record EventLine(LedgerEntry entry, byte[] payload) {
  private static final Set<String> FIELDS =
      Set.of(
          "position",
          "eventId",
          "aggregateType",
          "aggregateId",
          "version",
          "recordedAt",
          "type",
          "revision",
          "payload",
          "metadata");

  static EventLine parse(String line) {
    Fields fields = new Fields(Json.parse(line), FIELDS);
    byte[] payload = fields.bytes("payload");
    return new EventLine(
        new LedgerEntry(
            fields.number("position"),
            fields.text("eventId"),
            fields.text("aggregateType"),
            fields.text("aggregateId"),
            fields.number("version"),
            fields.text("recordedAt"),
            fields.text("type"),
            Math.toIntExact(fields.number("revision")),
            Hash.sha256(payload).hex(),
            Hash.sha256(fields.bytes("metadata")).hex()),
        payload);
  }

  /** In which fields the log says something else. */
  List<String> differencesTo(LedgerEntry proven) {
    List<String> differences = new ArrayList<>();
    differ("position", entry.position(), proven.position(), differences);
    differ("eventId", entry.eventId(), proven.eventId(), differences);
    differ("aggregateType", entry.aggregateType(), proven.aggregateType(), differences);
    differ("aggregateId", entry.aggregateId(), proven.aggregateId(), differences);
    differ("version", entry.version(), proven.version(), differences);
    differ("recordedAt", entry.recordedAt(), proven.recordedAt(), differences);
    differ("type", entry.type(), proven.type(), differences);
    differ("revision", entry.revision(), proven.revision(), differences);
    differ("payload", entry.payload(), proven.payload(), differences);
    differ("metadata", entry.metadata(), proven.metadata(), differences);
    return differences;
  }

  private static void differ(String name, Object here, Object proven, List<String> differences) {
    if (!here.equals(proven)) {
      differences.add(name);
    }
  }
}
