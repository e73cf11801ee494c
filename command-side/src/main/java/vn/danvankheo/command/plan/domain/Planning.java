package vn.danvankheo.command.plan.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.plan.PlanAmended;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.state.PlanState;

/** Issuing and amending yearly plans. */
final class Planning {
  private static final Set<String> MANDATORY =
      Set.of(
          "unitCode",
          "year",
          "number",
          "issuedOn",
          "issuer",
          "title",
          "registrationDueOn",
          "midYearReportDueOn",
          "finalReportDueOn");

  /** A plan's code is made of these. */
  private static final Set<String> LOCKED = Set.of("unitCode", "year");

  private Planning() {}

  static List<PlanEvent> issue(IssuePlan command, @Nullable PlanState state, Context context) {
    PlanContent content = command.content();
    if (state != null) {
      throw new RuleBroken(Rule.PLAN_ALREADY_ISSUED, Map.of("code", state.code()));
    }
    Faults faults = new Faults();
    checkComplete(content, faults);
    faults.refuse();
    faults.unitKnown("/unitCode", content.unitCode(), context.reference());
    faults.notInFuture("/issuedOn", content.issuedOn(), context);
    PlanRules.check(content, faults);
    faults.refuse();
    Units.aliveOn(content.unitCode(), content.issuedOn(), context.reference());
    return List.of(new PlanIssued(PlanCommand.codeOf(content), content));
  }

  static List<PlanEvent> amend(AmendPlan command, PlanState state, Context context) {
    PlanContent after =
        new Patch<>(command.set(), List.copyOf(command.cleared())).applyTo(state.content());
    Patch<PlanContent> patch = Patch.between(state.content(), after);
    if (patch.touched().isEmpty()) {
      return List.of();
    }
    Faults faults = new Faults();
    checkComplete(after, faults);
    faults.refuse();
    patch.touched().stream().filter(LOCKED::contains).findFirst().ifPresent(Planning::locked);
    faults.notInFuture("/issuedOn", after.issuedOn(), context);
    PlanRules.check(after, faults);
    faults.refuse();
    return List.of(new PlanAmended(patch.changed(), patch.cleared()));
  }

  private static void locked(String field) {
    throw new RuleBroken(Rule.FIELD_LOCKED, Map.of("field", field));
  }

  private static void checkComplete(PlanContent content, Faults faults) {
    List<String> said = new Patch<>(content, List.of()).touched();
    MANDATORY.stream()
        .filter(name -> !said.contains(name))
        .sorted()
        .forEach(name -> faults.add("/" + name, FaultCode.REQUIRED));
  }
}
