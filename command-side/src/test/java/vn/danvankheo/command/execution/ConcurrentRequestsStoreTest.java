package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.account.domain.ChangeAccount;
import vn.danvankheo.command.account.domain.OpenAccount;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.Together;
import vn.danvankheo.command.support.Together.Outcome;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/** Requests at the same moment, sent to two processes on one database. */
class ConcurrentRequestsStoreTest {
  private static final int MANY = 64;

  private static TestDatabase database;
  private static WriteSide one;
  private static WriteSide other;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    one = patient(database);
    other = patient(database);
    jdbc = database.jdbc();
    Requests.settle(one.get(CommandExecutor.class));
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  /** More ask at once than there are connections, and on a busy machine they wait for long. */
  private static WriteSide patient(TestDatabase database) {
    return new WriteSide(
        database, Clock.systemUTC(), Map.of("spring.datasource.hikari.connection-timeout", 60_000));
  }

  private static CommandExecutor executor(int number) {
    return (number % 2 == 0 ? one : other).get(CommandExecutor.class);
  }

  @Test
  void sixtyFourRequestsWithOneKeyAreOneEvent() throws Exception {
    IdempotencyKey key = new IdempotencyKey("mot-khoa", "f");

    List<Outcome<Answer<CommandResult>>> outcomes =
        Together.run(MANY, i -> register(executor(i), request(key), "Cùng một khóa"));

    assertThat(outcomes).allMatch(outcome -> outcome.thrown() == null);
    assertThat(outcomes.stream().map(outcome -> outcome.result().result()).distinct()).hasSize(1);
    assertThat(outcomes.stream().filter(outcome -> !outcome.result().replayed())).hasSize(1);
    assertThat(eventsOf(outcomes.get(0).result().result().aggregateId())).isEqualTo(1);
  }

  @Test
  void ofSixtyFourChangesToOneVersionOneWins() throws Exception {
    String id = register(executor(0), request(), "Một phiên bản").result().aggregateId();

    List<Outcome<Answer<CommandResult>>> outcomes =
        Together.run(
            MANY,
            i ->
                executor(i)
                    .execute(
                        request(), update(id, "location", "Thôn " + i), Expectation.version(0)));

    assertThat(outcomes.stream().filter(outcome -> outcome.thrown() == null)).hasSize(1);
    assertThat(outcomes.stream().filter(outcome -> outcome.thrown() != null))
        .allSatisfy(
            outcome ->
                assertThat(outcome.thrown())
                    .isInstanceOfSatisfying(
                        StaleVersion.class,
                        stale -> assertThat(stale.currentVersion()).isEqualTo(1)));
    assertThat(eventsOf(id)).isEqualTo(2);
  }

  @Test
  void changesToWhateverIsCurrentFollowOneAnother() throws Exception {
    String id = register(executor(0), request(), "Phiên bản nào cũng được").result().aggregateId();

    List<Outcome<Answer<CommandResult>>> outcomes =
        Together.run(
            8,
            i ->
                executor(i)
                    .execute(request(), update(id, "location", "Xã " + i), Expectation.any()));

    assertThat(outcomes)
        .allMatch(outcome -> outcome.thrown() == null || outcome.thrown() instanceof Contention);
    long done = outcomes.stream().filter(outcome -> outcome.thrown() == null).count();
    assertThat(done).isPositive();
    assertThat(eventsOf(id)).isEqualTo(done + 1);
  }

  @Test
  void ofManyRegistrationsOfOneTitleOneWins() throws Exception {
    List<Outcome<Answer<CommandResult>>> outcomes =
        Together.run(32, i -> register(executor(i), request(), "Tên chỉ có một"));

    assertThat(outcomes.stream().filter(outcome -> outcome.thrown() == null)).hasSize(1);
    assertThat(outcomes.stream().filter(outcome -> outcome.thrown() != null))
        .allSatisfy(
            outcome ->
                assertThat(outcome.thrown())
                    .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(Rule.DUPLICATE_MODEL)));
  }

  @Test
  void ofAllAdministratorsBarredAtOnceOneStays() throws Exception {
    for (int i = 0; i < 8; i++) {
      OpenAccount open =
          new OpenAccount(
              "quan-tri-" + i, PersonalText.of("Quản trị"), "Quản trị", null, List.of(Role.ADMIN));
      executor(i).execute(request(), open, Expectation.created());
    }
    List<String> admins =
        jdbc.queryForList(
            "SELECT DISTINCT substr(aggregate_id, 9) FROM event_log"
                + " WHERE aggregate_type = 'account'",
            String.class);

    List<Outcome<Answer<CommandResult>>> outcomes =
        Together.run(
            admins.size(),
            i ->
                executor(i)
                    .execute(
                        request(),
                        new ChangeAccount(admins.get(i), null, null, null, null, true, false),
                        Expectation.any()));

    assertThat(outcomes.stream().filter(outcome -> outcome.thrown() == null))
        .hasSize(admins.size() - 1);
    assertThat(outcomes.stream().filter(outcome -> outcome.thrown() != null))
        .allSatisfy(
            outcome ->
                assertThat(outcome.thrown())
                    .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(Rule.LAST_ADMINISTRATOR)));
  }

  @Test
  void registrationNumbersHaveNoGapsAndNoDoubles() throws Exception {
    Together.run(
        40,
        i -> register(executor(i), request(), i % 4 == 0 ? "Tên trùng nhau" : "Mô hình số " + i));

    List<Integer> numbers =
        jdbc.queryForList(
            "SELECT right(payload ->> 'code', 4)::int FROM event_log_readable"
                + " WHERE type = 'ModelRegistered' ORDER BY 1",
            Integer.class);
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  private static int eventsOf(String aggregateId) {
    Integer count =
        jdbc.queryForObject(
            "SELECT count(*) FROM event_log WHERE aggregate_id = ?", Integer.class, aggregateId);
    return count == null ? 0 : count;
  }
}
