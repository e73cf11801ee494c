package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.InvalidCommand;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.ProgressReport;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.TermStatus;

/** Whatever officials do in whatever order: what is decided can be folded, read and told again. */
class ModelLifePropertyTest {
  private static final ModelDecider DECIDER = new ModelDecider();
  private static final KnownReference OFFICE = ModelScenarios.office();

  @Provide
  Arbitrary<List<RandomWish>> lives() {
    Arbitrary<Integer> kinds = Arbitraries.integers().between(0, RandomWish.KINDS - 1);
    Arbitrary<Integer> chances = Arbitraries.integers().between(0, 999);
    return Combinators.combine(kinds, chances)
        .as(RandomWish::new)
        .list()
        .ofMinSize(30)
        .ofMaxSize(120);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void everyDecisionCanBeFoldedAndToldAgain(@ForAll("lives") List<RandomWish> wishes) {
    Life life = new Life();
    wishes.forEach(life::wish);
    life.events.forEach(ModelLifePropertyTest::readsBack);
    for (int version = 0; version < life.events.size(); version++) {
      assertThat(fold(life.events.subList(0, version + 1))).isEqualTo(life.states.get(version));
    }
    assertThat(life.state()).isNotNull();
    holds(life.state());
    Statistics.label("furthest status").collect(furthest(life.state()));
    Statistics.label("furthest status")
        .coverage(
            coverage -> {
              coverage.check("RECOGNIZED").count(c -> c > 0);
              coverage.check("WITHDRAWN").count(c -> c > 0);
              coverage.check("COMMENDED").count(c -> c > 0);
            });
  }

  private static String furthest(ModelState state) {
    if (state.commendations().findAny().isPresent()) {
      return "COMMENDED";
    }
    return state.everRecognized() ? "RECOGNIZED" : state.status().name();
  }

  private static void readsBack(Recorded<ModelEvent> recorded) {
    var type = EventCatalogue.byClass(recorded.event().getClass());
    assertThat(EventJson.read(type.name(), type.revision(), EventJson.write(recorded.event())))
        .isEqualTo(recorded.event());
  }

  private static @Nullable ModelState fold(List<Recorded<ModelEvent>> events) {
    ModelState state = null;
    for (Recorded<ModelEvent> event : events) {
      state = DECIDER.evolve(state, event);
    }
    return state;
  }

  /** What is true of every model, however it came about. */
  private static void holds(ModelState state) {
    assertThat(state.terms().stream().map(Term::year)).isSorted().doesNotHaveDuplicates();
    numberedThrough(state.inspections().map(Inspection::no).toList());
    numberedThrough(state.commendations().map(Commendation::no).toList());
    numberedThrough(state.progressReports().map(ProgressReport::no).toList());
    for (Term term : state.terms()) {
      if (!term.ended()) {
        assertThat(term.recognized()).isEqualTo(term.status() == TermStatus.RECOGNIZED);
      }
      Set<String> periods = new HashSet<>();
      term.currentReports().forEach(report -> assertThat(periods.add(report.period())).isTrue());
      term.recognitions()
          .forEach(
              recognition ->
                  assertThat(recognition.inspections())
                      .isNotEmpty()
                      .allMatch(no -> counts(term, no)));
    }
  }

  private static boolean counts(Term term, int no) {
    return term.validInspections().anyMatch(inspection -> inspection.no() == no);
  }

  private static void numberedThrough(List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers).contains(i + 1);
    }
  }

  /** A model that answers wishes, a week apart, by whoever has the right. */
  private static final class Life {
    private final List<Recorded<ModelEvent>> events = new ArrayList<>();
    private final List<ModelState> states = new ArrayList<>();
    private LocalDate today = LocalDate.of(2024, 3, 5);

    private @Nullable ModelState state() {
      return states.isEmpty() ? null : states.get(states.size() - 1);
    }

    private void wish(RandomWish wish) {
      today = today.plusDays(wish.chance() % 14);
      ModelCommand command = state() == null ? ModelCommands.registerModel() : wish.about(today);
      try {
        DECIDER.decide(command, state(), context(wish, command)).forEach(this::happen);
      } catch (RuleBroken | InvalidCommand refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }

    private void happen(ModelEvent event) {
      Recorded<ModelEvent> recorded =
          new Recorded<>("it", events.size(), today.atStartOfDay(Context.ZONE).toInstant(), event);
      ModelState next = DECIDER.evolve(state(), recorded);
      assertThat(next.version()).isEqualTo(recorded.version());
      events.add(recorded);
      states.add(next);
    }

    private Context context(RandomWish wish, ModelCommand command) {
      String userName = command instanceof ApproveModel ? "cvp" : "pcvp";
      Actor actor = new Actor(userName, "Chánh Văn phòng", "VP", Role.LEADER);
      String reason = wish.chance() % 10 == 0 ? null : "Theo đề nghị của đơn vị";
      return new Context(
          today.atTime(9, 0).atZone(Context.ZONE).toInstant(), actor, reason, OFFICE);
    }
  }
}
