package vn.danvankheo.command.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportSection;
import vn.danvankheo.events.vocabulary.ReportText;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.UnitType;

class IssuingTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 12, 16);
  private static final String DIGEST = "sha256:" + "0".repeat(64);

  private final KnownReference reference =
      new KnownReference().unit("VP", unit("VP", null)).unit("CB-1", unit("CB-1", "VP"));

  private static UnitRegistered unit(String code, String parent) {
    return new UnitRegistered(code, code, UnitType.OFFICE, parent, null, List.of(), null);
  }

  private static ReportScope scope(ReportType type) {
    return new ReportScope(
        type, "VP", 2024, null, null, null, LocalDate.of(2023, 12, 15), LocalDate.of(2024, 12, 14));
  }

  private static IssueReport issue(ReportType type, long position, String number, LocalDate on) {
    return new IssueReport(
        "new", scope(type), position, 1, DIGEST, null, number, on, "Chánh Văn phòng", List.of());
  }

  private static ReportIssued issued(ReportType type, long position, String number) {
    return new ReportIssued(
        number,
        scope(type),
        position,
        1,
        DIGEST,
        null,
        number,
        TODAY,
        "Chánh Văn phòng",
        List.of());
  }

  private Scenario<ReportCommand, ReportState, ReportEvent> nothing() {
    return new Scenario<>(
        new ReportDecider(),
        List.of(),
        reference,
        new Actor("chanhvp", "Chánh Văn phòng", "VP", Role.LEADER),
        TODAY);
  }

  @ParameterizedTest
  @EnumSource
  void aDraftIsIssuedAsItWasReceipted(ReportType type) {
    List<ReportEvent> events = nothing().when(issue(type, 7, "45/BC-VP", TODAY)).then();
    assertThat(events)
        .containsExactly(
            new ReportIssued(
                "new",
                scope(type),
                7,
                1,
                DIGEST,
                null,
                "45/BC-VP",
                TODAY,
                "Chánh Văn phòng",
                List.of()));
  }

  @Test
  void aUnitBelowDoesNotIssueForTheOneAbove() {
    nothing()
        .by("bithu", "CB-1", Role.LEADER)
        .when(issue(ReportType.YEAR, 7, "45/BC-VP", TODAY))
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void theSamePeriodUnderTheSameNumberIsIssuedOnce() {
    reference.report(issued(ReportType.YEAR, 7, "45/BC-VP"));
    nothing()
        .when(issue(ReportType.YEAR, 8, "45/bc-vp", TODAY))
        .thenBroken(Rule.REPORT_ALREADY_ISSUED);
  }

  @Test
  void aNumberIsGivenOnceAYear() {
    reference.report(issued(ReportType.MID_YEAR, 7, "45/BC-VP"));
    nothing()
        .when(issue(ReportType.YEAR, 8, "45/BC-VP", TODAY))
        .thenBroken(Rule.REPORT_NUMBER_TAKEN);
    assertThat(
            nothing()
                .on(TODAY.plusYears(1))
                .when(issue(ReportType.YEAR, 8, "45/BC-VP", TODAY.plusYears(1)))
                .then())
        .hasSize(1);
  }

  @Test
  void aCorrectedReportOfTheSamePeriodKnowsMoreNotLess() {
    reference.report(issued(ReportType.YEAR, 7, "45/BC-VP"));
    nothing().when(issue(ReportType.YEAR, 6, "46/BC-VP", TODAY)).thenBroken(Rule.REPORT_BEHIND);
    assertThat(nothing().when(issue(ReportType.YEAR, 8, "46/BC-VP", TODAY)).then()).hasSize(1);
  }

  @Test
  void itsDayIsNeitherToComeNorBeforeWhatItReports() {
    nothing()
        .when(issue(ReportType.YEAR, 7, "45/BC-VP", TODAY.plusDays(1)))
        .thenInvalid("/issuedOn IN_FUTURE");
    nothing()
        .when(issue(ReportType.YEAR, 7, "45/BC-VP", LocalDate.of(2023, 12, 14)))
        .thenInvalid("/issuedOn BEFORE_PERIOD");
  }

  @Test
  void aSectionIsWrittenOnce() {
    ReportText text = new ReportText(ReportSection.CAUSES, "Nguyên nhân");
    nothing()
        .when(
            new IssueReport(
                "new",
                scope(ReportType.YEAR),
                7,
                1,
                DIGEST,
                null,
                "45/BC-VP",
                TODAY,
                "Chánh Văn phòng",
                List.of(text, text)))
        .thenInvalid("/texts/1/section DUPLICATE");
  }
}
