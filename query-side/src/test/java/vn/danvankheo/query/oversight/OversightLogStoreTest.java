package vn.danvankheo.query.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.AuditExported;
import vn.danvankheo.events.oversight.VerificationFinished;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.testing.EventDatabase;

class OversightLogStoreTest {
  private static final Instant NOW = Instant.parse("2024-06-30T07:15:00.123Z");
  private static final EventMetadata WHO =
      new EventMetadata(
          new Actor("kiem-toan", "Kiểm toán viên", null, Role.AUDITOR),
          "Kiểm tra năm 2024",
          "12/QĐ-KT",
          "192.0.2.9",
          "r-9",
          null,
          "ExportAudit");

  private final EventDatabase database = EventDatabase.create();
  private final OversightLog log =
      new OversightLog(database.source(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void eachEventIsTheOnlyOneOfItsStream() throws Exception {
    AuditExported exported = new AuditExported("năm 2024", 4711L, "sha256:00", true);
    VerificationFinished verified = new VerificationFinished(1L, 9L, 8L, 0);

    long first = log.record(exported, WHO);
    long second = log.record(verified, WHO);

    try (Connection connection = database.source().getConnection()) {
      List<StoredEvent> events =
          new EventLogReader(connection).after(0, 10).rows().stream().map(LogRow::event).toList();
      assertThat(events).extracting(StoredEvent::position).containsExactly(first, second);
      assertThat(events).extracting(StoredEvent::metadata).containsOnly(WHO);
      assertThat(events)
          .<Object>extracting(event -> event.recorded().event())
          .containsExactly(exported, verified);
      assertThat(events)
          .allSatisfy(
              event -> {
                assertThat(event.aggregateType()).isEqualTo("oversight");
                assertThat(event.recorded().version()).isZero();
                assertThat(event.recorded().at()).isEqualTo(NOW);
                assertThat(event.recorded().aggregateId()).matches("oversight:[0-9a-f-]{36}");
              });
      assertThat(events.get(0).recorded().aggregateId())
          .isNotEqualTo(events.get(1).recorded().aggregateId());
    }
  }

  @Test
  void whoListensIsWoken() throws Exception {
    try (Connection connection = database.source().getConnection();
        Statement listen = connection.createStatement()) {
      listen.execute("LISTEN danvankheo_events");
      log.record(new VerificationFinished(1L, 9L, 8L, 0), WHO);

      assertThat(connection.unwrap(PGConnection.class).getNotifications(10_000)).hasSize(1);
    }
  }

  @Test
  void nothingIsRecordedInSilenceWhenTheDatabaseIsAway() {
    database.allowConnections(false);

    assertThatThrownBy(() -> log.record(new VerificationFinished(1L, 9L, 8L, 0), WHO))
        .isInstanceOf(EventDatabaseFailure.class);
  }
}
