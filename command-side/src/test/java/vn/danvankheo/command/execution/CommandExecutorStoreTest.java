package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.model.domain.WithdrawModel;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;

/** What one write side does with requests that come one after the other. */
class CommandExecutorStoreTest {
  private static TestDatabase database;
  private static WriteSide side;
  private static CommandExecutor executor;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    side = new WriteSide(database);
    executor = side.get(CommandExecutor.class);
    jdbc = database.jdbc();
    Requests.settle(executor);
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  @Test
  void answersVersionPositionAndEventIdsOfWhatIsInTheLog() {
    CommandResult created = register(executor, request(), "Tổ công nghệ số cộng đồng").result();
    CommandResult updated =
        executor
            .execute(
                request(),
                update(created.aggregateId(), "location", "Chợ Mới"),
                Expectation.version(0))
            .result();

    assertThat(created.version()).isZero();
    assertThat(updated.version()).isEqualTo(1);
    assertThat(updated.position()).isGreaterThan(created.position());
    assertThat(
            jdbc.queryForList(
                "SELECT type || '/' || revision || '@' || position || ' ' || event_id FROM event_log"
                    + " WHERE aggregate_id = ? ORDER BY version",
                String.class,
                created.aggregateId()))
        .containsExactly(
            "ModelRegistered/1@" + created.position() + " " + created.eventIds().get(0),
            "ModelUpdated/1@" + updated.position() + " " + updated.eventIds().get(0));
  }

  @Test
  void keepsWhoAndWhyBesideEveryEvent() {
    CommandResult created = register(executor, request(), "Người dân hài lòng").result();

    assertThat(
            jdbc.queryForMap(
                "SELECT user_name, actor_role, reason, type FROM event_log_readable WHERE aggregate_id = ?",
                created.aggregateId()))
        .containsEntry("user_name", "hctc")
        .containsEntry("actor_role", "COORDINATOR")
        .containsEntry("reason", "Nhập từ hồ sơ giấy của năm");
  }

  @Test
  void aChangeThatChangesNothingAppendsNothing() {
    CommandResult created = register(executor, request(), "Không thay đổi gì").result();
    CommandResult same =
        executor
            .execute(
                request(),
                update(created.aggregateId(), "title", "Không thay đổi gì"),
                Expectation.any())
            .result();

    assertThat(same)
        .isEqualTo(new CommandResult(created.aggregateId(), 0, created.position(), List.of()));
  }

  @Test
  void refusesAnotherVersionThanThereIs() {
    String id = register(executor, request(), "Phiên bản cũ").result().aggregateId();

    assertThatThrownBy(
            () ->
                executor.execute(
                    request(), update(id, "location", "Na Rì"), Expectation.version(3)))
        .isInstanceOfSatisfying(
            StaleVersion.class, stale -> assertThat(stale.currentVersion()).isZero());
  }

  @Test
  void doesNotKnowWhatWasNeverRegistered() {
    assertThatThrownBy(
            () ->
                executor.execute(request(), update("none", "location", "Na Rì"), Expectation.any()))
        .isInstanceOf(AggregateUnknown.class);
  }

  @Test
  void aRefusedRegistrationLeavesNoNumberAndNoTitle() {
    String first = codeOf(register(executor, request(), "Số thứ nhất").result());
    assertThatThrownBy(() -> register(executor, request(), "Số thứ nhất"))
        .isInstanceOfSatisfying(
            RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(Rule.DUPLICATE_MODEL));
    String second = codeOf(register(executor, request(), "Số thứ hai").result());

    assertThat(numberOf(second)).isEqualTo(numberOf(first) + 1);
    assertThat(first).matches("DVK-2024-\\d{4}");
  }

  @Test
  void aTitleIsFreeAgainWhenItWasChangedOrWithdrawn() {
    String id = register(executor, request(), "Tên ban đầu").result().aggregateId();
    executor.execute(request(), update(id, "title", "Tên về sau"), Expectation.any());
    register(executor, request(), "Tên ban đầu");
    executor.execute(request(), new WithdrawModel(id, null), Expectation.any());
    register(executor, request(), "Mô hình dân vận khéo “Tên về sau” năm 2024");

    assertThat(
            jdbc.queryForObject(
                "SELECT count(*) FROM model_title WHERE model_id = ?", Integer.class, id))
        .isZero();
  }

  @Test
  void whatRunsAlongsideStandsAndFallsWithTheCommand() {
    String id = register(executor, request(), "Cùng một giao dịch").result().aggregateId();

    assertThatThrownBy(
            () ->
                executor.execute(
                    request(),
                    update(id, "location", "Ba Bể"),
                    Expectation.any(),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    CommandResult next =
        executor
            .execute(request(), update(id, "location", "Bạch Thông"), Expectation.version(0))
            .result();
    assertThat(next.version()).isEqualTo(1);
  }

  private static String codeOf(CommandResult created) {
    return jdbc.queryForObject(
        "SELECT payload ->> 'code' FROM event_log_readable WHERE aggregate_id = ?",
        String.class,
        created.aggregateId());
  }

  private static int numberOf(String code) {
    return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
  }
}
