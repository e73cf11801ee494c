package vn.danvankheo.query.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.history.domain.Differences;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.mongo.PackedDocument;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;

class AuditEntryTest {
  private static final Path GOLDEN = Path.of("../shared-events/src/test/resources/golden");
  private static final EventMetadata WHY =
      new EventMetadata(
          new Actor("chanh-vp", "Chánh Văn phòng", "VP", Role.LEADER),
          "Đính chính số liệu",
          "Công văn 15/CV-VP",
          null,
          "req-7",
          null,
          "UpdateModel");

  @Test
  void givesBackTheEventAndItsChangesAsTheyWere() {
    @Nullable Record state = null;
    for (StoredEvent event : life()) {
      Record next = Shapes.after(state, event);
      AuditEntry read = AuditEntry.of(stored(state, next, event));
      assertThat(read.event()).isEqualTo(event);
      assertThat(read.changes()).hasToString(Differences.between(state, next).toString());
      state = next;
    }
  }

  @Test
  void keepsAnEventOfAnOlderReleaseAsItIsStoredAndLiftsItWhenItIsRead() throws IOException {
    byte[] golden = Files.readAllBytes(GOLDEN.resolve("UnitRegistered/1.json"));
    byte[] why = EventJson.write(WHY);
    StoredEvent event =
        new LogRow(1, "e", "unit", "unit:VP", 0, "UnitRegistered", 1, Instant.EPOCH, golden, why)
            .event();
    RawBsonDocument document = stored(null, Shapes.after(null, event), event);
    assertThat(PackedDocument.unpack(document.getBinary("_event")).getString("payload").getValue())
        .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    assertThat(AuditEntry.of(document).event()).isEqualTo(event);
  }

  @Test
  void isFoundByReasonBasisAndValuesButNotByWhatIsPersonal() {
    StoredEvent first = life().get(0);
    RawBsonDocument document = stored(null, Shapes.after(null, first), first);
    assertThat(words(document))
        .contains("dinh", "chinh", "15", "cv", "vp", "hen", "thanh", "pho")
        .doesNotContain("mau", "hoang", "0912345678");
    BsonDocument searched = document.decode(new BsonDocumentCodec());
    searched.remove("_event");
    assertThat(searched.toJson()).doesNotContain("Mẫu", "0912345678");
    assertThat(document.getArray("_values"))
        .contains(new BsonInt64(AuditKeys.value("THÀNH PHỐ BẮC KẠN")))
        .contains(new BsonInt64(AuditKeys.value("45000000.00")))
        .doesNotContain(new BsonInt64(AuditKeys.value("Hoàng Thị Mẫu")))
        .doesNotContain(new BsonInt64(AuditKeys.value("0912345678")));
    assertThat(document.getArray("_paths")).as("made, not changed").isEmpty();
  }

  private static List<String> words(BsonDocument document) {
    return document.getArray("_words").stream().map(word -> word.asString().getValue()).toList();
  }

  private static List<StoredEvent> life() {
    List<StoredEvent> life = new ArrayList<>();
    for (StoredEvent event :
        Streams.stored("m-1", ModelEvents.life("DVK-1", ModelEvents.TITLE, "VP", 2024))) {
      life.add(
          new StoredEvent(
              event.position(),
              event.eventId(),
              event.aggregateType(),
              event.type(),
              event.revision(),
              event.payload(),
              WHY,
              new vn.danvankheo.events.Recorded<>(
                  "m-1",
                  event.recorded().version(),
                  event.recorded().at().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                  event.recorded().event())));
    }
    return life;
  }

  private static RawBsonDocument stored(@Nullable Record before, Record after, StoredEvent event) {
    BsonDocument document = AuditEntry.EMITTER.emission().of(before, after, event).document();
    document.put(ViewDatabase.POSITION, new BsonInt64(event.position()));
    return new RawBsonDocument(document, new BsonDocumentCodec());
  }
}
