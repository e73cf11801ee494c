package vn.danvankheo.query.history.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.rating.UnitRated;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitMoved;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.unit.UnitSplit;

/** When something happened in the world, as against when it was recorded. */
public final class Occurrence {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Map<Class<?>, Function<DomainEvent, @Nullable LocalDate>> CASES =
      new HashMap<>();

  static {
    on(ModelRegistered.class, ModelRegistered::registeredOn);
    on(ModelRenewed.class, ModelRenewed::registeredOn);
    on(ModelApproved.class, e -> e.decision() == null ? null : e.decision().issuedOn());
    on(ProgressReported.class, ProgressReported::reportedOn);
    on(ModelInspected.class, ModelInspected::inspectedOn);
    on(FindingRemedied.class, FindingRemedied::doneOn);
    on(ModelRecognized.class, e -> e.decision().issuedOn());
    on(ExemplarDesignated.class, e -> e.decision().issuedOn());
    on(ModelCommended.class, e -> e.decision().issuedOn());
    on(CommendationRevoked.class, e -> e.decision().issuedOn());
    on(UnitRated.class, e -> e.decision().issuedOn());
    on(ReportIssued.class, ReportIssued::issuedOn);
    on(PlanIssued.class, e -> e.content().issuedOn());
    on(UnitRegistered.class, UnitRegistered::effectiveOn);
    on(UnitRenamed.class, UnitRenamed::effectiveOn);
    on(UnitMoved.class, UnitMoved::effectiveOn);
    on(UnitMerged.class, UnitMerged::effectiveOn);
    on(UnitSplit.class, UnitSplit::effectiveOn);
    on(UnitDissolved.class, UnitDissolved::effectiveOn);
  }

  private Occurrence() {}

  private static <E extends DomainEvent> void on(
      Class<E> type, Function<E, @Nullable LocalDate> day) {
    CASES.put(type, event -> day.apply(type.cast(event)));
  }

  /**
   * The day an event is about, where the event names one.
   *
   * @param event the event
   * @return the day on the paper, of the inspection, from which it holds; empty when it names none
   */
  public static Optional<LocalDate> day(DomainEvent event) {
    return Optional.ofNullable(CASES.getOrDefault(event.getClass(), e -> null).apply(event));
  }

  /**
   * When an event happened.
   *
   * @param recorded the event
   * @return when it was recorded, or the beginning of the other day that it is about, in Vietnam
   */
  public static Instant at(Recorded<?> recorded) {
    LocalDate typedIn = LocalDate.ofInstant(recorded.at(), VIETNAM);
    return day(recorded.event())
        .filter(day -> !day.equals(typedIn))
        .map(day -> day.atStartOfDay(VIETNAM).toInstant())
        .orElse(recorded.at());
  }
}
