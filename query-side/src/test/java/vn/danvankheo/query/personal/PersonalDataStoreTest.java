package vn.danvankheo.query.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.fold.PersonalTexts;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.PersonalDataErased;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.sealing.NameNumbers;
import vn.danvankheo.events.sealing.TextKey;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.PersonalField;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.mongo.PackedDocument;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Sealed names as two processes on one event database show them, before and after an erasure. */
class PersonalDataStoreTest {
  private static final MasterKey MASTER = MasterKey.parse(EventDatabase.MASTER_KEY);
  private static final EventDatabase EVENTS = EventDatabase.create();
  private static final String NAME = "Hoàng Thị Mẫu";
  private static final String ERASED = "đã xóa theo yêu cầu";
  private static final List<QueryService> SERVICES = new ArrayList<>();
  private static final List<MongoDatabase> VIEWS = new ArrayList<>();
  private static NameNumbers names;

  @BeforeAll
  static void start() throws SQLException {
    byte[] searchKey = MASTER.newWrapped(NameNumbers.PURPOSE);
    names = new NameNumbers(MASTER.wordNumbers(searchKey, NameNumbers.PURPOSE));
    try (Connection connection = EVENTS.source().getConnection();
        PreparedStatement vault =
            connection.prepareStatement(
                "INSERT INTO personal_vault (search_key, created_at) VALUES (?, now())")) {
      vault.setBytes(1, searchKey);
      vault.executeUpdate();
    }
    UnitEvents.register(EVENTS, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    for (int i = 0; i < 2; i++) {
      MongoDatabase views = ViewServer.EMBEDDED.database();
      VIEWS.add(views);
      SERVICES.add(QueryService.start(EVENTS, ViewServer.EMBEDDED.uri(views)));
    }
  }

  @AfterAll
  static void stop() {
    SERVICES.forEach(QueryService::close);
  }

  /** A model whose life is stored as the command side stores it; its subject is a person. */
  private static String model(String code) {
    String id = UUID.randomUUID().toString();
    List<ModelEvent> life =
        ModelEvents.life(code, "Mô hình " + code, "VP", 2024).stream()
            .map(event -> sealed(id, event))
            .toList();
    EVENTS.append("model", id, 0, life);
    return id;
  }

  private static ModelEvent sealed(String id, ModelEvent event) {
    return (ModelEvent)
        PersonalTexts.change(
            (Record) event,
            (path, text) ->
                path.endsWith("subjectName")
                    ? seal(id + "/subjectName", PersonalText.of(NAME))
                    : text.personal() ? seal(id + path, text) : text);
  }

  private static PersonalText seal(String subject, PersonalText text) {
    TextKey key = MASTER.newKey(UUID.randomUUID().toString(), subject);
    try (Connection connection = EVENTS.source().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO personal_key (id, subject, wrapped, words, created_at)"
                    + " VALUES (?,?,?,?,?)")) {
      insert.setObject(1, UUID.fromString(key.id()));
      insert.setString(2, subject);
      insert.setBytes(3, key.wrapped(MASTER));
      insert.setArray(
          4,
          subject.endsWith("/subjectName")
              ? connection.createArrayOf("bigint", names.of(text.text()))
              : null);
      insert.setTimestamp(5, Timestamp.from(Instant.EPOCH));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return key.seal(text);
  }

  private static void destroy(String subject) {
    EVENTS.run(
        "UPDATE personal_key SET wrapped = NULL, words = NULL, destroyed_at = now()"
            + " WHERE subject = '"
            + subject
            + "'");
  }

  private static String found(QueryService service, String typed) {
    return service.get("/api/models?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).text();
  }

  private static void awaitVersion(String id, long version) {
    for (QueryService service : SERVICES) {
      assertThat(service.get("/api/models/" + id + "?minVersion=" + version).status())
          .isEqualTo(200);
    }
  }

  @Test
  void namesAreOpenedWhereverTheyAreShownAndInNoView() {
    String id = model("DVK-2024-0001");
    awaitVersion(id, 11);
    for (QueryService service : SERVICES) {
      assertThat(service.get("/api/models/" + id).json().get("subjectName").asString())
          .isEqualTo(NAME);
      assertThat(service.get("/api/models/" + id).text()).contains("0912345678");
      assertThat(service.get("/api/models/" + id + "?atVersion=3").text()).contains(NAME);
      assertThat(service.get("/api/models").text()).contains(NAME);
      assertThat(service.get("/api/models", "Accept", "text/csv").text()).contains(NAME);
      assertThat(service.getOpen("/api/public/models/" + id).text())
          .contains(NAME)
          .doesNotContain("0912345678");
      assertThat(found(service, "hoang thi mau")).contains(id);
      assertThat(found(service, "HOÀNG THỊ M")).contains(id);
      assertThat(found(service, "thi hoang ma")).contains(id);
      assertThat(found(service, "ho thi mau")).doesNotContain(id);
    }
    for (MongoDatabase views : VIEWS) {
      for (String collection : views.listCollectionNames()) {
        for (BsonDocument document : views.getCollection(collection, BsonDocument.class).find()) {
          // What is sealed looks like anything, but hardly like a whole word.
          assertThat(text(document))
              .doesNotContain("hoàng", "0912345678")
              .doesNotContainPattern("\\bhoang\\b");
        }
      }
    }
  }

  /** With what is packed within. */
  private static String text(BsonDocument document) {
    StringBuilder text = new StringBuilder(document.toJson());
    for (BsonValue value : document.values()) {
      if (value.isBinary()) {
        text.append(PackedDocument.unpack(value.asBinary()).toJson());
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  @Test
  void onceAKeyIsGoneNoProcessShowsOrFindsTheName() {
    String id = model("DVK-2024-0002");
    awaitVersion(id, 11);
    SERVICES.forEach(service -> assertThat(found(service, "hoang thi mau")).contains(id));
    String past = "/api/models/" + id + "?atVersion=0";
    String tag = SERVICES.get(0).get(past).header("ETag");
    assertThat(SERVICES.get(0).get(past, "If-None-Match", tag).status()).isEqualTo(304);

    destroy(id + "/subjectName");

    assertThat(SERVICES.get(0).get(past, "If-None-Match", tag).text()).contains(ERASED);
    for (QueryService service : SERVICES) {
      assertThat(service.get("/api/models/" + id).json().get("subjectName").asString())
          .as("before the event is folded")
          .isEqualTo(ERASED);
      assertThat(found(service, "hoang thi mau")).doesNotContain(id);
    }
    EVENTS.append(
        "model",
        id,
        12,
        List.of(
            new PersonalDataErased(
                2025,
                PersonalField.SUBJECT_NAME,
                null,
                null,
                "Theo đơn",
                new LegalBasis("13/2023/NĐ-CP", "Nghị định", "Chính phủ", null))));
    awaitVersion(id, 12);
    for (QueryService service : SERVICES) {
      String url = "/api/models/" + id;
      assertThat(service.get(url).json().get("subjectName").asString()).isEqualTo(ERASED);
      assertThat(service.get(url, "Accept-Language", "en").json().get("subjectName").asString())
          .isEqualTo("erased on request");
      assertThat(service.get(url + "?atVersion=0").json().get("subjectName").asString())
          .isEqualTo(ERASED);
      assertThat(service.getOpen("/api/public/models/" + id).json().get("subjectName").asString())
          .isEqualTo(ERASED);
      assertThat(service.get("/api/models?q=DVK-2024-0002", "Accept", "text/csv").text())
          .contains(ERASED)
          .doesNotContain(NAME);
      assertThat(service.get(url).text()).as("others stay").contains("0912345678");
    }
  }
}
