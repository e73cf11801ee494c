package vn.danvankheo.command.execution;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.danvankheo.command.eventstore.EventRow;
import vn.danvankheo.command.support.Together;
import vn.danvankheo.command.support.Together.Outcome;

/** Who writes when, and what everybody is told; nothing is really written. */
class GroupCommitTest {
  private static final Connection NO_CONNECTION =
      (Connection)
          Proxy.newProxyInstance(
              GroupCommitTest.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private final AtomicLong position = new AtomicLong();
  private final List<Integer> sizes = new CopyOnWriteArrayList<>();

  private static List<EventRow> events(int number) {
    String id = UUID.randomUUID().toString();
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new EventRow(
                    UUID.randomUUID(),
                    "model",
                    id,
                    i,
                    "ModelUpdated",
                    1,
                    Instant.EPOCH,
                    new byte[0],
                    new byte[0]))
        .toList();
  }

  private static GatheredRequest request(int events) {
    return new GatheredRequest(NO_CONNECTION, events(events), -1, null);
  }

  private Map<UUID, Long> writeAll(List<GatheredRequest> group) {
    sizes.add(group.size());
    return group.stream()
        .flatMap(request -> request.events().stream())
        .collect(toMap(EventRow::eventId, event -> position.incrementAndGet()));
  }

  @Test
  void whoIsAloneWritesAtOnceAndByItself() {
    GroupCommit commit = new GroupCommit(this::writeAll);

    assertThat(commit.write(request(2))).containsExactly(1L, 2L);
    assertThat(commit.write(request(1))).containsExactly(3L);
    assertThat(sizes).containsExactly(1, 1);
  }

  @Test
  void whoComesMeanwhileIsWrittenNextAndTogether() throws Exception {
    CountDownLatch sevenWait = new CountDownLatch(1);
    GroupCommit commit =
        new GroupCommit(
            group -> {
              pass(sevenWait);
              return writeAll(group);
            });
    CompletableFuture<List<Long>> first =
        CompletableFuture.supplyAsync(() -> commit.write(request(1)));
    List<Thread> others =
        IntStream.range(0, 7).mapToObj(i -> new Thread(() -> commit.write(request(1)))).toList();
    others.forEach(Thread::start);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> others.stream().allMatch(GroupCommitTest::waits));
    sevenWait.countDown();
    for (Thread other : others) {
      other.join();
    }

    assertThat(first.get()).hasSize(1);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
    assertThat(sizes).hasSizeLessThanOrEqualTo(3);
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noTwoGroupsAreWrittenAtOnceAndEverybodyGetsHisOwn() throws Exception {
    AtomicInteger writing = new AtomicInteger();
    List<Integer> beside = new CopyOnWriteArrayList<>();
    GroupCommit commit =
        new GroupCommit(
            group -> {
              beside.add(writing.getAndIncrement());
              Map<UUID, Long> positions = writeAll(group);
              writing.decrementAndGet();
              return positions;
            });

    List<Outcome<List<Long>>> outcomes =
        Together.run(
            32,
            thread -> {
              List<Long> all = new ArrayList<>();
              for (int i = 0; i < 200; i++) {
                all.addAll(commit.write(request(1 + (thread + i) % 3)));
              }
              return all;
            });

    assertThat(beside).containsOnly(0);
    List<Long> told = outcomes.stream().flatMap(outcome -> outcome.result().stream()).toList();
    assertThat(told).doesNotHaveDuplicates().hasSize((int) position.get());
  }

  @Test
  void whatWentWrongIsToldToTheWholeGroupAndTheNextGoesOn() {
    List<RuntimeException> failures = new ArrayList<>(List.of(new NotTogether(new Exception())));
    GroupCommit commit =
        new GroupCommit(
            group -> {
              if (!failures.isEmpty()) {
                throw failures.remove(0);
              }
              return writeAll(group);
            });

    assertThatThrownBy(() -> commit.write(request(1))).isInstanceOf(NotTogether.class);
    assertThat(commit.write(request(1))).containsExactly(1L);
  }

  @Test
  void whoIsLeftOutHasDecidedOnSomethingOld() {
    GroupCommit commit = new GroupCommit(group -> Map.of());

    assertThatThrownBy(() -> commit.write(request(2))).isInstanceOf(StaleAggregate.class);
  }

  @Test
  void anErrorOfTheWriterLeavesNobodyWaiting() {
    GroupCommit commit =
        new GroupCommit(
            group -> {
              throw new StackOverflowError();
            });

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> commit.write(request(1)))
          .isInstanceOf(DataAccessResourceFailureException.class)
          .hasRootCauseInstanceOf(StackOverflowError.class);
    }
  }

  /** As when there is no memory for it. */
  @Test
  void anErrorWhileAGroupIsToldLeavesNobodyWaitingAndTheNextGoesOn() throws Exception {
    CountDownLatch othersWait = new CountDownLatch(1);
    AtomicInteger groups = new AtomicInteger();
    GroupCommit commit =
        new GroupCommit(
            group -> {
              pass(othersWait);
              return groups.incrementAndGet() == 2 ? new Untellable() : writeAll(group);
            });
    List<RuntimeException> thrown = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, 4)
            .mapToObj(i -> new Thread(() -> thrown.addAll(failureOf(commit))))
            .toList();
    callers.forEach(Thread::start);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> callers.stream().allMatch(GroupCommitTest::waits));
    othersWait.countDown();
    for (Thread caller : callers) {
      caller.join(60_000);
    }

    assertThat(thrown)
        .hasSize(3)
        .allMatch(each -> each instanceof DataAccessResourceFailureException);
    Together.run(4, i -> commit.write(request(1)));
    assertThat(commit.write(request(1))).hasSize(1);
  }

  private static List<RuntimeException> failureOf(GroupCommit commit) {
    try {
      commit.write(request(1));
      return List.of();
    } catch (RuntimeException e) {
      return List.of(e);
    }
  }

  /** Places that can't be looked up. */
  private static final class Untellable extends HashMap<UUID, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long get(Object key) {
      throw new OutOfMemoryError("for the test");
    }
  }

  @Test
  void aGreatRequestIsWrittenByItself() throws Exception {
    GroupCommit commit = new GroupCommit(this::writeAll);

    Together.run(8, i -> commit.write(request(i == 0 ? 500 : 60)));

    assertThat(sizes).containsOnly(1);
  }
}
