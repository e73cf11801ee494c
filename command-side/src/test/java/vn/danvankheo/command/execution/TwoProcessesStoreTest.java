package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.model.domain.ResubmitModel;
import vn.danvankheo.command.model.domain.ReturnModel;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.command.unit.domain.DissolveUnit;
import vn.danvankheo.command.unit.domain.RegisterUnit;
import vn.danvankheo.events.samples.UnitSamples;
import vn.danvankheo.events.vocabulary.UnitType;

/** What one process knows while another goes on. */
class TwoProcessesStoreTest {
  private TestDatabase database;
  private WriteSide one;
  private WriteSide other;
  private CommandExecutor here;
  private CommandExecutor there;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    one =
        new WriteSide(
            database, Clock.systemUTC(), Map.of("danvankheo.command.snapshot-threshold", 5));
    other = new WriteSide(database);
    here = one.get(CommandExecutor.class);
    there = other.get(CommandExecutor.class);
    Requests.settle(here);
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  @Test
  void anOldStateInMemoryIsNoReasonToRefuse() {
    String id = register(here, request(), "Trả lại rồi nộp lại").result().aggregateId();
    there.execute(
        request(),
        new ReturnModel(id, null, LocalDate.now(Clock.systemUTC()).plusDays(9)),
        Expectation.any());
    there.execute(request(), update(id, "location", "Pác Nặm"), Expectation.any());

    // Here the model is still REGISTERED at version 0, where it can't be handed in again.
    CommandResult resubmitted =
        here.execute(request(), new ResubmitModel(id, null, "Đã bổ sung"), Expectation.version(2))
            .result();

    assertThat(resubmitted.version()).isEqualTo(3);
  }

  @Test
  void anOldStateInMemoryIsNoReasonToAnswerThatNothingChanged() {
    String id = register(here, request(), "Đổi đi đổi lại").result().aggregateId();
    there.execute(request(), update(id, "location", "Ngân Sơn"), Expectation.any());

    CommandResult back =
        here.execute(request(), update(id, "location", "Thành phố Bắc Kạn"), Expectation.any())
            .result();

    assertThat(back.version()).isEqualTo(2);
    assertThat(back.eventIds()).hasSize(1);
  }

  @Test
  void theVersionTheOtherProcessMadeIsKnown() {
    String id = register(here, request(), "Phiên bản bên kia").result().aggregateId();
    there.execute(request(), update(id, "location", "Chợ Đồn"), Expectation.version(0));

    assertThatThrownBy(
            () -> here.execute(request(), update(id, "location", "Na Rì"), Expectation.version(0)))
        .isInstanceOfSatisfying(
            StaleVersion.class, stale -> assertThat(stale.currentVersion()).isEqualTo(1));
    assertThat(
            here.execute(request(), update(id, "location", "Na Rì"), Expectation.version(1))
                .result()
                .version())
        .isEqualTo(2);
  }

  @Test
  void unitsOfTheOtherProcessAreKnownAtOnce() {
    register(there, request(), "Để biết các đơn vị");
    registerUnit(here, "VP-MOI");
    registerUnit(there, "VP-MOI-2", "VP-MOI");

    assertThatThrownBy(() -> registerUnit(there, "VP-MOI"))
        .isInstanceOfSatisfying(
            RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(Rule.UNIT_CODE_TAKEN));
  }

  @Test
  void whatIsRememberedOfUnitsNeitherForbidsNorAllowsAnything() {
    String first = register(here, request(), "Về đơn vị mới").result().aggregateId();
    String second = register(here, request(), "Về đơn vị đã giải thể").result().aggregateId();

    registerUnit(there, "VP-MOI");
    here.execute(request(), update(first, "unitCode", "VP-MOI"), Expectation.any());

    LocalDate before = LocalDate.of(Requests.YEAR, 1, 1);
    there.execute(
        request(),
        new DissolveUnit("VP-MOI", Requests.OFFICE, before, UnitSamples.basis()),
        Expectation.any());
    assertThatThrownBy(
            () -> here.execute(request(), update(second, "unitCode", "VP-MOI"), Expectation.any()))
        .isInstanceOfSatisfying(
            RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(Rule.UNIT_NOT_ACTIVE));
  }

  @Test
  void aKeyIsRememberedAcrossProcessesAndRestarts() {
    IdempotencyKey key = new IdempotencyKey("k1", "body");
    Answer<CommandResult> first = register(here, request(key), "Nhớ qua khởi động lại");
    one.close();
    try (WriteSide restarted = new WriteSide(database)) {
      CommandExecutor again = restarted.get(CommandExecutor.class);

      assertThat(register(again, request(key), "Nhớ qua khởi động lại"))
          .isEqualTo(new Answer<>(first.result(), true));
      assertThatThrownBy(() -> register(again, request(new IdempotencyKey("k1", "other")), "Khác"))
          .isInstanceOf(IdempotencyKeyReused.class);
    }
  }

  private static void registerUnit(CommandExecutor executor, String code) {
    registerUnit(executor, code, Requests.OFFICE);
  }

  private static void registerUnit(CommandExecutor executor, String code, String parent) {
    executor.execute(
        request(),
        new RegisterUnit(code, "Phòng " + code, UnitType.DEPARTMENT, parent, null, List.of(), null),
        Expectation.created());
  }
}
