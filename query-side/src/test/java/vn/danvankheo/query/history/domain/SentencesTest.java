package vn.danvankheo.query.history.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.account.AccountChanged;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.AuditExported;
import vn.danvankheo.events.oversight.LoginFailed;
import vn.danvankheo.events.oversight.VerificationFinished;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.web.problem.Language;

class SentencesTest {
  private static final Path GOLDEN = Path.of("../shared-events/src/test/resources/golden");
  private static final Map<String, String> UNITS = Map.of("VP-TTHCC", "Trung tâm Phục vụ HCC");

  static List<EventType> types() {
    return EventCatalogue.types();
  }

  private static Sentences in(Language language) {
    return new Sentences(wording(language));
  }

  private static Wording wording(Language language) {
    return new Wording(key -> Labels.of(key, language), UNITS::get);
  }

  private static StoredEvent stored(
      DomainEvent event, long version, @Nullable String reason, @Nullable String basis) {
    Actor actor = new Actor("pcvp", "Phó Chánh Văn phòng", "VP", Role.LEADER);
    EventType type = EventCatalogue.byClass(event.getClass());
    return new StoredEvent(
        1,
        "e",
        "model",
        type.name(),
        type.revision(),
        EventJson.stored().writeValueAsString(event),
        new EventMetadata(actor, reason, basis, null, null, null, "Test"),
        new Recorded<>("unit:VP-TTHCC", version, Instant.EPOCH, event));
  }

  private static StoredEvent by(String userName, DomainEvent event) {
    EventType type = EventCatalogue.byClass(event.getClass());
    Actor actor = new Actor(userName, "Văn thư", "VP", Role.CLERK);
    return new StoredEvent(
        1,
        "e",
        "account",
        type.name(),
        type.revision(),
        EventJson.stored().writeValueAsString(event),
        new EventMetadata(actor, null, null, null, null, null, "Test"),
        new Recorded<>("account:van-thu", 1, Instant.EPOCH, event));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyEventHasANameInBothLanguages(EventType type) {
    for (Language language : Language.values()) {
      assertThat(Labels.of("Event", type.name(), language)).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyEventIsToldInBothLanguages(EventType type) throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN.resolve(type.name()))) {
      for (Path file : files.toList()) {
        int revision = Integer.parseInt(file.getFileName().toString().split("[-.]")[0]);
        DomainEvent event = EventJson.read(type.name(), revision, Files.readAllBytes(file));
        for (Language language : Language.values()) {
          String told = in(language).of(stored(event, 0, "Theo đề nghị.", "12/KH-VP"), null);
          assertThat(told)
              .startsWith("Phó Chánh Văn phòng ")
              .endsWith(".")
              .contains("12/KH-VP", "Theo đề nghị")
              .doesNotContain("{", " null", "..", "  ", "[personal]");
        }
      }
    }
  }

  @Test
  void tellsAFindingByItsWordsAndWhatTheEventItselfRestsOn() {
    List<StoredEvent> life =
        Streams.stored("m", ModelEvents.life("DVK-1", ModelEvents.TITLE, "VP", 2024));
    Record state = null;
    for (StoredEvent event : life.subList(0, 8)) {
      state = Shapes.after(state, event);
    }
    Sentences sentences = in(Language.VI);
    assertThat(sentences.of(life.get(8), state))
        .isEqualTo(
            "van-thu xác nhận đã khắc phục xong tồn tại số 1 “Chưa niêm yết danh mục” của lần kiểm"
                + " tra số 1 năm 2024.");
    assertThat(sentences.of(life.get(9), null))
        .isEqualTo(
            "van-thu công nhận mô hình “Dân vận khéo” năm 2024 cấp cơ quan, văn phòng, 92 điểm, căn"
                + " cứ 401/QĐ-VP ngày 20/11/2024, Văn phòng UBND tỉnh Bắc Kạn.");
    assertThat(sentences.of(life.get(1), null))
        .endsWith("hạn gửi lại 20/03/2024; lý do: Mục tiêu chưa đo đếm được.");
  }

  @Test
  void whatWasTakenOutAndCheckedIsToldInWords() {
    AuditExported some =
        new AuditExported(
            "unit=VP-TTHCC from=2024-01-01T00:00:00Z type=ModelApproved", 12L, "sha256:00", false);
    assertThat(in(Language.VI).of(stored(some, 0, null, null), null))
        .isEqualTo(
            "Phó Chánh Văn phòng xuất 12 sự kiện của nhật ký kiểm toán (đơn vị Trung tâm Phục vụ"
                + " HCC, từ 07:00 01/01/2024, loại sự kiện ModelApproved).");
    AuditExported odd = new AuditExported("actor=x from=yesterday", 0L, "sha256:00", false);
    assertThat(in(Language.VI).of(stored(odd, 0, null, null), null))
        .contains("(người thực hiện x, từ yesterday)");
    AuditExported all = new AuditExported("", 12L, "sha256:00", true);
    assertThat(in(Language.VI).of(stored(all, 0, null, null), null))
        .contains("(toàn bộ), kèm dữ liệu cá nhân");
    assertThat(
            in(Language.VI)
                .of(stored(new VerificationFinished(1L, 9L, 8L, 0), 0, null, null), null))
        .endsWith("từ vị trí 1 đến 9: 8 sự kiện, không phát hiện sai lệch.");
  }

  @Test
  void whoChangesTheirOwnPasswordIsToldApart() {
    AccountChanged changed = new AccountChanged(null, null, null, null, null, true);
    LoginFailed failed = new LoginFailed("van-thu");
    assertThat(in(Language.VI).of(by("van-thu", changed), null))
        .isEqualTo("Văn thư tự đổi mật khẩu của tài khoản van-thu.");
    assertThat(in(Language.VI).of(by("admin", changed), null))
        .isEqualTo("Văn thư thay đổi tài khoản van-thu: mật khẩu.");
    assertThat(in(Language.VI).of(by("van-thu", failed), null))
        .isEqualTo("Văn thư nhập sai mật khẩu hiện tại khi đổi mật khẩu của tài khoản van-thu.");
  }

  @ParameterizedTest
  @CsvSource({
    "2024, năm 2024, 2024",
    "2024-H1, 6 tháng đầu năm 2024, the first half of 2024",
    "2024-Q3, quý III năm 2024, quarter III of 2024",
    "2024-03, tháng 3 năm 2024, month 3 of 2024",
    "2024-Q2 (3), quý II năm 2024 (3), quarter II of 2024 (3)",
    "kỳ này, kỳ này, kỳ này"
  })
  void periodsAreSaidAsPeopleSayThem(String period, String vietnamese, String english) {
    assertThat(wording(Language.VI).period(period)).isEqualTo(vietnamese);
    assertThat(wording(Language.EN).period(period)).isEqualTo(english);
  }

  /** Somebody's title may look like a day, and must not keep its history from being told. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-20, 20/03/2024",
    "2024-01-01T00:00:00Z, 07:00 01/01/2024",
    "2024-13-45, 2024-13-45",
    "2024-13-45T00:00:00Z, 2024-13-45T00:00:00Z",
    "2024, 2024"
  })
  void daysAndMomentsAreSaidAndAllElseIsLeft(String stored, String said) {
    assertThat(wording(Language.VI).dated(stored)).isEqualTo(said);
  }

  @Test
  void whatIsNotedBesideAnEventGoesBeforeWhatItSaysItself() {
    StoredEvent returned = stored(ModelEvents.life("c", "t", "VP", 2024).get(1), 1, "Vì sao.", "B");
    assertThat(in(Language.EN).of(returned, null))
        .isEqualTo(
            "Phó Chánh Văn phòng returned the registration for 2024 to be completed by 20/03/2024,"
                + " on the basis of B; reason: Vì sao.");
    StoredEvent dated =
        stored(returned.recorded().event(), 1, "Vì sao.", "12/QĐ ngày 30/06/2024, UBND tỉnh");
    assertThat(in(Language.EN).of(dated, null))
        .contains("on the basis of 12/QĐ of 30/06/2024, UBND tỉnh;");
    assertThat(in(Language.VI).of(dated, null))
        .contains("căn cứ 12/QĐ ngày 30/06/2024, UBND tỉnh;");
  }
}
