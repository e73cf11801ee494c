package vn.danvankheo.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.support.Requests.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.account.domain.ChangeAccount;
import vn.danvankheo.command.account.domain.OpenAccount;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.plan.domain.IssuePlan;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.command.uniqueness.ModelTitles;
import vn.danvankheo.command.unit.domain.MergeUnit;
import vn.danvankheo.command.unit.domain.RegisterUnit;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.UnitSamples;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.UnitType;

/** Who stands under whom, by which plan, once an office went up in another one. */
class TransactionReferenceStoreTest {
  private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

  private static WriteSide side;

  @BeforeAll
  static void start() {
    side = new WriteSide(TestDatabase.create());
    create(unit("OLD", null, null));
    create(unit("NEW", null, null));
    create(unit("DEPT", "OLD", null));
    create(unit("CELL", null, "DEPT"));
    create(plan("OLD", 2024));
    create(plan("NEW", 2026));
    CommandExecutor executor = side.get(CommandExecutor.class);
    MergeUnit merge = new MergeUnit("OLD", "NEW", MERGER, UnitSamples.basis());
    executor.execute(request(), merge, Expectation.version(0));
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  private static void create(Command command) {
    side.get(CommandExecutor.class).execute(request(), command, Expectation.created());
  }

  private static RegisterUnit unit(
      String code, @Nullable String parentCode, @Nullable String attachedTo) {
    return new RegisterUnit(
        code, "Phòng " + code, UnitType.DEPARTMENT, parentCode, attachedTo, List.of(), null);
  }

  private static IssuePlan plan(String unitCode, int year) {
    return new IssuePlan(PlanSamples.with(PlanSamples.plan(year), "unitCode", unitCode));
  }

  private static TransactionReference on(LocalDate today) {
    return new TransactionReference(
        side.get(RegistryStore.class), side.get(ModelTitles.class), today);
  }

  @Test
  void aUnitStandsUnderItselfAndWhatIsAboveInEitherTree() {
    TransactionReference before = on(MERGER.minusDays(1));
    assertThat(before.isUnder("CELL", "CELL")).isTrue();
    assertThat(before.isUnder("CELL", "OLD")).isTrue();
    assertThat(before.isUnder("OLD", "CELL")).isFalse();
    assertThat(before.isUnder("NOWHERE", "OLD")).isFalse();
  }

  @Test
  void whatAnEndedUnitHadStandsUnderItsSuccessorFromThatDay() {
    assertThat(on(MERGER.minusDays(1)).isUnder("CELL", "NEW")).isFalse();
    for (String code : List.of("OLD", "DEPT", "CELL")) {
      assertThat(on(MERGER).isUnder(code, "NEW")).isTrue();
    }
  }

  @Test
  void plansOfYearsGoneByStayAndNewOnesAreTheSuccessors() {
    assertThat(on(MERGER).planFor("CELL", 2024).map(PlanState::code)).hasValue("OLD-2024");
    assertThat(on(MERGER).planFor("CELL", 2026).map(PlanState::code)).hasValue("NEW-2026");
    assertThat(on(MERGER.minusDays(1)).planFor("CELL", 2026)).isEmpty();
    assertThat(on(MERGER).planFor("NEW", 2024)).isEmpty();
  }

  @Test
  void onlyAnEnabledAdministratorCounts() {
    create(
        new OpenAccount(
            "quan-tri", PersonalText.of("Quản trị"), "Quản trị", null, List.of(Role.ADMIN)));
    assertThat(on(MERGER).hasOtherAdministrator("admin")).isTrue();
    side.get(CommandExecutor.class)
        .execute(
            request(),
            new ChangeAccount("quan-tri", null, null, null, null, true, false),
            Expectation.any());
    assertThat(on(MERGER).hasOtherAdministrator("admin")).isFalse();
    assertThat(on(MERGER).hasOtherAdministrator("quan-tri")).isTrue();
  }
}
