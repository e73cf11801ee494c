package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.danvankheo.command.support.Requests.leader;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.model.domain.ApproveModel;
import vn.danvankheo.command.model.domain.CloseModel;
import vn.danvankheo.command.model.domain.InspectModel;
import vn.danvankheo.command.model.domain.RecognizeModel;
import vn.danvankheo.command.model.domain.ReplicateModel;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
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
          .containsExactly(
              COPY + " ModelRegistered",
              "replication:" + source + ":" + Requests.OFFICE + ":2024 ModelReplicated");
      assertThat(version(jdbc, source)).isEqualTo(3);
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
              jdbc.queryForObject(
                  "SELECT count(*) FROM event_log WHERE aggregate_id LIKE ?",
                  Integer.class,
                  "replication:" + another + "%"))
          .isZero();
    }
  }

  @Test
  void anOwnerMayGoOnFromTheVersionHeKnows() {
    TestDatabase database = TestDatabase.create();
    try (WriteSide side = new WriteSide(database)) {
      CommandExecutor executor = side.get(CommandExecutor.class);
      Requests.settle(executor);
      String source = recognized(executor, "Nhân rộng được");

      executor.replicate(request(), replicate(source, COPY, null), Expectation.version(3));

      CloseModel close = new CloseModel(source, null, ClosureOutcome.COMPLETED);
      assertThat(executor.execute(leader(), close, Expectation.version(3)).result().version())
          .isEqualTo(4);
      assertThatThrownBy(
              () ->
                  executor.replicate(
                      request(), replicate(source, COPY + "x", "Khác"), Expectation.version(3)))
          .isInstanceOf(StaleVersion.class);
    }
  }

  @Test
  void oneOfTwoProcessesTakesItOverForAUnitAndYear() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (WriteSide one = new WriteSide(database);
        WriteSide other = new WriteSide(database)) {
      Requests.settle(one.get(CommandExecutor.class));
      String source = recognized(one.get(CommandExecutor.class), "Nhân rộng được");
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<String>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        CommandExecutor executor = (i % 2 == 0 ? one : other).get(CommandExecutor.class);
        ReplicateModel command = replicate(source, COPY + i, "Bản sao " + i);
        tries.add(threads.submit(() -> outcome(executor, command)));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> attempt : tries) {
        outcomes.add(attempt.get());
      }
      threads.shutdown();
      assertThat(outcomes).containsOnlyOnce("registered");
      assertThat(outcomes).filteredOn(Rule.ALREADY_REPLICATED.name()::equals).hasSize(7);
      assertThat(version(database.jdbc(), source)).isEqualTo(3);
    }
  }

  private static String outcome(CommandExecutor executor, ReplicateModel command) {
    try {
      executor.replicate(request(), command, Expectation.version(3));
      return "registered";
    } catch (RuleBroken broken) {
      return broken.rule().name();
    }
  }

  private static Integer version(JdbcTemplate jdbc, String id) {
    return jdbc.queryForObject(
        "SELECT max(version) FROM event_log WHERE aggregate_id = ?", Integer.class, id);
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
