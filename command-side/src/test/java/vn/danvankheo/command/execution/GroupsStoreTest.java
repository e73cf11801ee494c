package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.eventstore.EventRow;
import vn.danvankheo.command.execution.GatheredRequest.Remembered;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.Together;
import vn.danvankheo.command.support.Together.Outcome;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.events.vocabulary.PersonalText;

/** Requests that are written together come to what they would have come to one by one. */
class GroupsStoreTest {
  private TestDatabase database;
  private JdbcTemplate jdbc;
  private WriteSide one;
  private WriteSide other;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    jdbc = database.jdbc();
    one = new WriteSide(database);
    other = new WriteSide(database);
    Requests.settle(executor(0));
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  private CommandExecutor executor(int number) {
    return (number % 2 == 0 ? one : other).get(CommandExecutor.class);
  }

  private List<String> models(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> register(executor(i), request(), "Mô hình " + i).result().aggregateId())
        .toList();
  }

  /** A change that somebody wants; the same key always means the same change. */
  private record Wish(
      String model, String field, String value, long expected, @Nullable String key) {
    static Wish random(Random random, List<String> models, int number) {
      String model = models.get(random.nextInt(models.size()));
      // Titles and telephone numbers are kept in tables of their own too.
      String field =
          List.of("location", "location", "location", "title", "contactPhone")
              .get(random.nextInt(5));
      String value = field.equals("contactPhone") ? "09%08d".formatted(number) : "Thôn " + number;
      long expected = random.nextInt(3) == 0 ? random.nextInt(6) : -1;
      return new Wish(model, field, value, expected, random.nextBoolean() ? "k" + number : null);
    }

    Answer<CommandResult> carryOut(CommandExecutor executor) {
      Object given = field.equals("contactPhone") ? PersonalText.open(value) : value;
      return executor.execute(
          request(key == null ? null : new IdempotencyKey(key, toString())),
          update(model, field, given),
          expected < 0 ? Expectation.any() : Expectation.version(expected));
    }
  }

  private record Done(Wish wish, Outcome<Answer<CommandResult>> outcome) {
    @Nullable CommandResult own() {
      Answer<CommandResult> answer = outcome.result();
      return answer == null || answer.replayed() ? null : answer.result();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomConflictingWishesComeToWhatTheyWouldOneByOne(long seed) throws Exception {
    List<String> models = models(5);
    Random random = new Random(seed);
    List<Wish> wishes =
        IntStream.range(0, 120).mapToObj(i -> Wish.random(random, models, i)).toList();
    // Every keyed wish is sent twice, at some other moment and to any process.
    List<Wish> sent = new ArrayList<>(wishes);
    sent.addAll(wishes.stream().filter(wish -> wish.key() != null).toList());
    Collections.shuffle(sent, random);

    List<Done> done = new ArrayList<>();
    int threads = 12;
    for (Outcome<List<Done>> each :
        Together.run(
            threads,
            thread ->
                IntStream.range(0, sent.size())
                    .filter(i -> i % threads == thread)
                    .mapToObj(i -> new Done(sent.get(i), tried(sent.get(i), executor(thread / 2))))
                    .toList())) {
      done.addAll(each.result());
    }

    assertThat(done)
        .allSatisfy(
            each -> {
              if (each.outcome().thrown() instanceof StaleVersion stale) {
                assertThat(each.wish().expected())
                    .isNotNegative()
                    .isNotEqualTo(stale.currentVersion());
              } else if (each.outcome().thrown() != null) {
                assertThat(each.outcome().thrown()).isInstanceOf(Contention.class);
              }
            });
    everyEventIsOneAnswers(done, models.size());
    aKeyHasOneAnswer(done);
    assertThat(logOf(jdbc)).isEqualTo(oneByOne(done, models));
  }

  private static Outcome<Answer<CommandResult>> tried(Wish wish, CommandExecutor executor) {
    try {
      return new Outcome<>(wish.carryOut(executor), null);
    } catch (RuntimeException e) {
      return new Outcome<>(null, e);
    }
  }

  private void everyEventIsOneAnswers(List<Done> done, int registered) {
    List<String> answered =
        done.stream()
            .filter(each -> each.own() != null)
            .flatMap(
                each ->
                    each.own().eventIds().stream()
                        .map(
                            id ->
                                each.own().aggregateId()
                                    + "/"
                                    + each.own().version()
                                    + "@"
                                    + each.own().position()
                                    + " "
                                    + id))
            .toList();
    List<String> written =
        jdbc.queryForList(
            "SELECT aggregate_id || '/' || version || '@' || position || ' ' || event_id"
                + " FROM event_log WHERE type = 'ModelUpdated'",
            String.class);
    assertThat(answered).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    assertThat(done)
        .filteredOn(each -> each.own() != null && each.wish().expected() >= 0)
        .allMatch(each -> each.own().version() <= each.wish().expected() + 1);
    assertThat(
            jdbc.queryForObject(
                "SELECT sum(gap) FROM (SELECT max(version) + 1 - count(*) AS gap FROM event_log"
                    + " GROUP BY aggregate_id) gaps",
                Integer.class))
        .isZero();
  }

  private static void aKeyHasOneAnswer(List<Done> done) {
    Map<String, List<Done>> byKey =
        done.stream()
            .filter(each -> each.wish().key() != null && each.outcome().result() != null)
            .collect(Collectors.groupingBy(each -> each.wish().key()));
    assertThat(byKey.values())
        .allSatisfy(
            answers -> {
              assertThat(answers.stream().map(each -> each.outcome().result().result()).distinct())
                  .hasSize(1);
              assertThat(answers.stream().filter(each -> each.own() != null)).hasSize(1);
            });
  }

  /** The log as it would be had those that were carried out come in the order of their events. */
  private List<String> oneByOne(List<Done> done, List<String> models) {
    TestDatabase again = TestDatabase.create();
    try (WriteSide side = new WriteSide(again)) {
      CommandExecutor executor = side.get(CommandExecutor.class);
      Requests.settle(executor);
      List<String> copies =
          IntStream.range(0, models.size())
              .mapToObj(i -> register(executor, request(), "Mô hình " + i).result().aggregateId())
              .toList();
      done.stream()
          .filter(each -> each.own() != null && !each.own().eventIds().isEmpty())
          .sorted(Comparator.comparingLong(each -> each.own().position()))
          .forEach(
              each ->
                  new Wish(
                          copies.get(models.indexOf(each.wish().model())),
                          each.wish().field(),
                          each.wish().value(),
                          each.own().version() - 1,
                          null)
                      .carryOut(executor));
    }
    return logOf(again.jdbc());
  }

  /** Names and numbers are sealed differently each time. */
  private static List<String> logOf(JdbcTemplate jdbc) {
    return jdbc.queryForList(
        "SELECT dense_rank() OVER (ORDER BY first) || '/' || version || ' ' || said FROM (SELECT"
            + " min(position) OVER (PARTITION BY aggregate_id) AS first, version, concat_ws(' ',"
            + " type, payload #>> '{changed,location}', payload #>> '{changed,title}',"
            + " payload #> '{changed,contactPhone}' IS NOT NULL) AS said"
            + " FROM event_log_readable WHERE type LIKE 'Model%') log ORDER BY 1",
        String.class);
  }

  @Test
  void oneThatCannotBeWrittenLeavesNothingOfItsGroup() throws Exception {
    String model = models(1).get(0);
    GroupInsert insert = new GroupInsert();
    jdbc.update(
        "INSERT INTO idempotency (actor, key, fingerprint, created_at) VALUES ('a', 'k', 'f', now())");
    List<List<EventRow>> bad =
        List.of(
            List.of(event(model, 0)),
            List.of(event("new", 0), event("new", 0)),
            List.of(event("\0", 0)));
    int before = events();

    try (Connection connection = untouched()) {
      GatheredRequest good = gathered(connection, event("good", 0), -1, "g");
      for (List<EventRow> events : bad) {
        GatheredRequest one = new GatheredRequest(connection, events, -1, null);
        assertThatThrownBy(() -> insert.apply(List.of(good, one))).isInstanceOf(NotTogether.class);
      }
      GatheredRequest taken = gathered(connection, event("new", 0), -1, "k");
      assertThatThrownBy(() -> insert.apply(List.of(good, taken))).isInstanceOf(NotTogether.class);
    }
    assertThat(events()).isEqualTo(before);
    assertThat(keys()).isEqualTo(1);
  }

  @Test
  void onlyThoseWhoAssumeWhatIsNoLongerSoAreLeftOut() throws Exception {
    long position = jdbc.queryForObject("SELECT position FROM reference_position", Long.class);
    GroupInsert insert = new GroupInsert();
    EventRow current = event("current", 0);
    EventRow stale = event("stale", 0);

    Map<UUID, Long> positions;
    try (Connection connection = untouched()) {
      positions =
          insert.apply(
              List.of(
                  gathered(connection, current, position, "c"),
                  gathered(connection, stale, position - 1, "s")));
    }

    assertThat(positions).containsOnlyKeys(current.eventId());
    assertThat(
            jdbc.queryForObject(
                "SELECT key || convert_from(answer, 'UTF8') FROM idempotency", String.class))
        .isEqualTo("c{\"position\":" + positions.get(current.eventId()) + "}");
  }

  private Connection untouched() throws SQLException {
    Connection connection = DriverManager.getConnection(database.url());
    connection.setAutoCommit(false);
    return connection;
  }

  private static GatheredRequest gathered(
      Connection connection, EventRow event, long reference, String key) {
    return new GatheredRequest(
        connection,
        List.of(event),
        reference,
        new Remembered("a", key, "f", "{\"position\":", "}", Instant.EPOCH));
  }

  private static EventRow event(String model, long version) {
    return new EventRow(
        UUID.randomUUID(),
        "model",
        model,
        version,
        "ModelUpdated",
        1,
        Instant.EPOCH,
        new byte[] {'{', '}'},
        new byte[] {'{', '}'});
  }

  private int events() {
    return jdbc.queryForObject("SELECT count(*) FROM event_log", Integer.class);
  }

  private int keys() {
    return jdbc.queryForObject("SELECT count(*) FROM idempotency", Integer.class);
  }

  @Test
  void whoWaitsForAKeyHoldsUpNobody() throws Exception {
    List<String> models = models(8);
    IdempotencyKey key = new IdempotencyKey("giu-cho", "f");
    try (Connection holder = DriverManager.getConnection(database.url());
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(
          "INSERT INTO idempotency (actor, key, fingerprint, created_at)"
              + " VALUES ('hctc', 'giu-cho', 'f', now())");
      CompletableFuture<Answer<CommandResult>> waits =
          CompletableFuture.supplyAsync(
              () ->
                  executor(0)
                      .execute(
                          request(key), update(models.get(0), "location", "Ở"), Expectation.any()));

      List<Outcome<Answer<CommandResult>>> others =
          Together.run(
              7,
              i ->
                  executor(0)
                      .execute(
                          request(),
                          update(models.get(1 + i), "location", "Đi"),
                          Expectation.any()));

      assertThat(others).allMatch(outcome -> outcome.thrown() == null);
      assertThat(waits).isNotDone();
      holder.rollback();
      assertThat(waits.get().result().version()).isEqualTo(1);
    }
  }

  @Test
  void connectionsKilledInTheMiddleMakeNoAnswerFalse() throws Exception {
    List<String> models = models(16);
    CompletableFuture<Void> killing = CompletableFuture.runAsync(this::kill);

    List<Outcome<List<Done>>> all = Together.run(16, writer -> writes(models.get(writer), killing));

    killing.get();
    for (Outcome<List<Done>> each : all) {
      for (Done done : each.result()) {
        Answer<CommandResult> answer = answer(done);
        assertThat(
                jdbc.queryForList(
                    "SELECT aggregate_id || version || position FROM event_log WHERE event_id ="
                        + " ?::uuid",
                    String.class,
                    answer.result().eventIds().get(0)))
            .containsExactly(
                answer.result().aggregateId()
                    + answer.result().version()
                    + answer.result().position());
      }
    }
    assertThat(
            jdbc.queryForObject(
                "SELECT count(*) FROM event_log WHERE type = 'ModelUpdated'", Integer.class))
        .isEqualTo(all.stream().mapToInt(each -> each.result().size()).sum());
  }

  /**
   * Whoever got no answer asks again until there is one, and is told what became of it. A
   * connection that was ended just now may be handed out once more.
   */
  private Answer<CommandResult> answer(Done done) {
    Answer<CommandResult> answer = done.outcome().result();
    return answer != null
        ? answer
        : await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> tried(done.wish(), executor(0)).result(), Objects::nonNull);
  }

  private List<Done> writes(String model, CompletableFuture<Void> killing) {
    List<Done> done = new ArrayList<>();
    while (!killing.isDone()) {
      int number = done.size();
      Wish wish = new Wish(model, "location", "Bản " + number, -1, model + number);
      done.add(new Done(wish, tried(wish, executor(number))));
    }
    return done;
  }

  /** Ends five connections, each while it writes events. */
  private void kill() {
    JdbcTemplate watching = new JdbcTemplate(one.get(DataSource.class));
    int killed = 0;
    while (killed < 5) {
      killed +=
          watching
              .queryForList(
                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
                      + " current_database() AND state = 'active' AND query LIKE 'WITH written%'"
                      + " LIMIT 1",
                  Boolean.class)
              .size();
    }
  }
}
