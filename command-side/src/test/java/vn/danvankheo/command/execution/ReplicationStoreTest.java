package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.danvankheo.command.support.Requests.leader;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.model.domain.ApproveModel;
import vn.danvankheo.command.model.domain.InspectModel;
import vn.danvankheo.command.model.domain.RecognizeModel;
import vn.danvankheo.command.model.domain.ReplicateModel;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;

class ReplicationStoreTest {
  private static final String COPY = "0192f0c1-0000-7000-8000-000000000001";

  @Test
  void theSourceAndTheCopyAreWrittenTogetherOrNotAtAll() {
    TestDatabase database = TestDatabase.create();
    try (WriteSide side = new WriteSide(database)) {
      CommandExecutor executor = side.get(CommandExecutor.class);
      JdbcTemplate jdbc = database.jdbc();
      Requests.settle(executor);
      String source = recognized(executor, "Nhân rộng được");

      CommandResult copy =
          executor.replicate(request(), replicate(source, COPY, null), Expectation.any()).result();

      assertThat(copy.aggregateId()).isEqualTo(COPY);
      assertThat(copy.version()).isZero();
      assertThat(copy.eventIds()).hasSize(1);
      assertThat(
              jdbc.queryForList(
                  "SELECT aggregate_id || ' ' || type FROM event_log ORDER BY position DESC LIMIT 2",
                  String.class))
          .containsExactly(COPY + " ModelRegistered", source + " ModelReplicated");
      assertThat(copy.position())
          .isEqualTo(jdbc.queryForObject("SELECT max(position) FROM event_log", Long.class));

      String another = recognized(executor, "Mô hình khác, bản sao trùng tên");
      assertThatThrownBy(
              () ->
                  executor.replicate(
                      request(),
                      replicate(another, COPY + "x", "Nhân rộng được"),
                      Expectation.any()))
          .isInstanceOfSatisfying(
              RuleBroken.class,
              broken -> assertThat(broken.rule()).isEqualTo(Rule.DUPLICATE_MODEL));
      assertThat(
              jdbc.queryForList(
                  "SELECT type FROM event_log WHERE aggregate_id = ? ORDER BY version",
                  String.class,
                  another))
          .endsWith("ModelRecognized");
    }
  }

  private static String recognized(CommandExecutor executor, String title) {
    String id = register(executor, request(), title).result().aggregateId();
    Decision decision = new Decision("401/QĐ-VP", LocalDate.of(2024, 11, 20), "Văn phòng", "CVP");
    executor.execute(leader(), new ApproveModel(id, null, null, null), Expectation.any());
    executor.execute(
        request(),
        new InspectModel(
            id,
            null,
            InspectionKind.PERIODIC,
            LocalDate.of(2024, 9, 10),
            null,
            ModelSamples.team(),
            List.of(),
            "12/BB-VP",
            ModelSamples.scores(ModelSamples.GOOD_POINTS),
            null,
            null,
            List.of(),
            "Thực hiện tốt",
            null,
            List.of()),
        Expectation.any());
    executor.execute(
        leader(), new RecognizeModel(id, null, decision, Level.OFFICE), Expectation.any());
    return id;
  }

  private static ReplicateModel replicate(String source, String copy, @Nullable String title) {
    return new ReplicateModel(
        source, copy, Requests.OFFICE, Requests.YEAR, title, null, null, null);
  }
}
