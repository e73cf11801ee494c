package vn.danvankheo.command.report.domain;

import java.util.List;
import java.util.Map;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.ReportText;

/** Issuing reports. A report of the same time may be issued anew, under another number. */
final class Issuing {
  private Issuing() {}

  static List<ReportEvent> issue(IssueReport command, Context context) {
    String unit = command.scope().unitCode();
    String own = context.actor().unitCode();
    if (own == null || !context.reference().isUnder(unit, own)) {
      throw new RuleBroken(Rule.NOT_YOUR_UNIT, Map.of("unitCode", unit));
    }
    Faults faults = new Faults();
    faults.notInFuture("/issuedOn", command.issuedOn(), context);
    faults.notBefore(
        "/issuedOn", command.issuedOn(), command.scope().from(), FaultCode.BEFORE_PERIOD, "from");
    faults.distinct(
        command.texts().stream().map(ReportText::section).toList(), "/texts/%d/section");
    faults.refuse();
    context.reference().reportsOf(unit).forEach(earlier -> wantNext(command, earlier));
    return List.of(
        new ReportIssued(
            command.id(),
            command.scope(),
            command.position(),
            command.definitionVersion(),
            command.digest(),
            command.checkpoint(),
            command.number(),
            command.issuedOn(),
            command.signerPosition(),
            command.texts()));
  }

  /** Numbers begin anew every year. */
  private static void wantNext(IssueReport command, ReportState earlier) {
    boolean samePeriod = command.scope().isOfSamePeriod(earlier.scope());
    boolean sameNumber =
        folded(command.number()).equals(folded(earlier.number()))
            && command.issuedOn().getYear() == earlier.issuedOn().getYear();
    if (sameNumber) {
      throw new RuleBroken(
          samePeriod ? Rule.REPORT_ALREADY_ISSUED : Rule.REPORT_NUMBER_TAKEN,
          Map.of("number", earlier.number()));
    }
    if (samePeriod && command.position() < earlier.position()) {
      throw new RuleBroken(Rule.REPORT_BEHIND, Map.of("number", earlier.number()));
    }
  }

  private static String folded(String number) {
    return VietnameseText.fold(number);
  }
}
