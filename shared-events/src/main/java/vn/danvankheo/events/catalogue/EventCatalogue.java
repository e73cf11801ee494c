package vn.danvankheo.events.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.danvankheo.events.account.AccountChanged;
import vn.danvankheo.events.account.AccountDataErased;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.model.PersonalDataErased;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.model.ReminderSent;
import vn.danvankheo.events.oversight.AuditExported;
import vn.danvankheo.events.oversight.LoginFailed;
import vn.danvankheo.events.oversight.ReplayFinished;
import vn.danvankheo.events.oversight.ReplayTold;
import vn.danvankheo.events.oversight.VerificationFinished;
import vn.danvankheo.events.oversight.ViewsSwapped;
import vn.danvankheo.events.plan.PlanAmended;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.rating.UnitRated;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitMoved;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.unit.UnitReminderSent;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.unit.UnitSplit;

/**
 * The only list of all events. The stored name and revision never change their meaning; the class
 * may move. An event that changes its shape gets the next revision and an upcaster.
 */
public final class EventCatalogue {
  private static final List<EventType> TYPES =
      List.of(
          new EventType("ModelRegistered", 1, ModelRegistered.class),
          new EventType("ModelUpdated", 1, ModelUpdated.class),
          new EventType("ModelReturned", 1, ModelReturned.class),
          new EventType("ModelResubmitted", 1, ModelResubmitted.class),
          new EventType("ModelApproved", 1, ModelApproved.class),
          new EventType("ModelWithdrawn", 1, ModelWithdrawn.class),
          new EventType("ProgressReported", 1, ProgressReported.class),
          new EventType("ModelInspected", 1, ModelInspected.class),
          new EventType("FindingRemedied", 1, FindingRemedied.class),
          new EventType("RemedyConfirmed", 1, RemedyConfirmed.class),
          new EventType("RemedyRejected", 1, RemedyRejected.class),
          new EventType("FindingExtended", 1, FindingExtended.class),
          new EventType("InspectionAnnulled", 1, InspectionAnnulled.class),
          new EventType("ModelRecognized", 1, ModelRecognized.class),
          new EventType("RecognitionRefused", 1, RecognitionRefused.class),
          new EventType("ExemplarDesignated", 1, ExemplarDesignated.class),
          new EventType("ModelCommended", 1, ModelCommended.class),
          new EventType("CommendationRevoked", 1, CommendationRevoked.class),
          new EventType("ModelRenewed", 1, ModelRenewed.class),
          new EventType("ModelReplicated", 1, ModelReplicated.class),
          new EventType("ModelClosed", 1, ModelClosed.class),
          new EventType("ReminderSent", 1, ReminderSent.class),
          new EventType("PersonalDataErased", 1, PersonalDataErased.class),
          new EventType("UnitRegistered", 2, UnitRegistered.class),
          new EventType("UnitRenamed", 1, UnitRenamed.class),
          new EventType("UnitMoved", 1, UnitMoved.class),
          new EventType("UnitMerged", 1, UnitMerged.class),
          new EventType("UnitSplit", 1, UnitSplit.class),
          new EventType("UnitDissolved", 1, UnitDissolved.class),
          new EventType("UnitReminderSent", 1, UnitReminderSent.class),
          new EventType("PlanIssued", 1, PlanIssued.class),
          new EventType("PlanAmended", 1, PlanAmended.class),
          new EventType("AccountOpened", 1, AccountOpened.class),
          new EventType("AccountChanged", 1, AccountChanged.class),
          new EventType("AccountDataErased", 1, AccountDataErased.class),
          new EventType("UnitRated", 1, UnitRated.class),
          new EventType("LoginFailed", 1, LoginFailed.class),
          new EventType("AuditExported", 1, AuditExported.class),
          new EventType("VerificationFinished", 1, VerificationFinished.class),
          new EventType("ReplayFinished", 1, ReplayFinished.class),
          new EventType("ReplayTold", 1, ReplayTold.class),
          new EventType("ViewsSwapped", 1, ViewsSwapped.class),
          new EventType("ReportIssued", 1, ReportIssued.class));
  private static final Map<String, EventType> BY_NAME =
      TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
  private static final Map<Class<?>, EventType> BY_CLASS =
      TYPES.stream()
          .collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

  private EventCatalogue() {}

  /**
   * Every kind of event, in a fixed order.
   *
   * @return an unmodifiable list
   */
  public static List<EventType> types() {
    return TYPES;
  }

  /**
   * The stored names of all events.
   *
   * @return each once, in the order of {@link #types}
   */
  public static List<String> names() {
    return TYPES.stream().map(EventType::name).toList();
  }

  /**
   * Finds a kind of event.
   *
   * @param name the stored name
   * @return its newest revision and class
   * @throws IllegalArgumentException when no event has that name
   */
  public static EventType byName(String name) {
    EventType type = BY_NAME.get(name);
    if (type == null) {
      throw new IllegalArgumentException("No event is called " + name);
    }
    return type;
  }

  /**
   * Finds a kind of event.
   *
   * @param eventClass the class
   * @return its stored name and revision
   * @throws IllegalArgumentException when the class is no event
   */
  public static EventType byClass(Class<?> eventClass) {
    EventType type = BY_CLASS.get(eventClass);
    if (type == null) {
      throw new IllegalArgumentException(eventClass + " is not in the catalogue");
    }
    return type;
  }

  /**
   * Whether a stored name belongs to an event.
   *
   * @param name a stored name
   * @return true when it is in the catalogue
   */
  public static boolean knows(String name) {
    return BY_NAME.containsKey(name);
  }
}
