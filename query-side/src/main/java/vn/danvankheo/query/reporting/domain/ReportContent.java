package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.ReportScope;

/**
 * What a report of definitions 1 and 2 says. It names no person and no moment, so that the same
 * events give the same bytes.
 *
 * @param definition its version
 * @param scope what it is about
 * @param unitName the reporting unit's name on the last day
 * @param superiorName the name of the unit above it; null at the top
 * @param plan the plan of the (last) year
 * @param totals of all
 * @param byField one for each field
 * @param byNationalField of the fields that were named
 * @param byLevel recognitions by level
 * @param byForm recipients by form of commendation
 * @param byUnit every unit of the tree of the time, from the top
 * @param byYear one for each year
 * @param comparison with the same time before
 * @param activities what was done
 * @param findings what inspections found
 * @param models collectives first, by units, by title
 * @param inspections by day
 * @param commendations given, by decision
 * @param revocations taken back, by decision
 * @param replications taken over by others, or kept up
 * @param unitRatings of the units that have registered or are to
 * @param late what was or is late
 * @param changedAfterReport ids of models corrected after the year's report
 * @param previousIssue the issued report that changes are told against
 * @param changes what is otherwise than that report told it (by definition 1, knew it)
 */
public record ReportContent(
    int definition,
    ReportScope scope,
    String unitName,
    @Nullable String superiorName,
    @Nullable PlanRef plan,
    Figures totals,
    List<FieldFigures> byField,
    List<NationalFieldFigures> byNationalField,
    List<LevelFigures> byLevel,
    List<FormFigures> byForm,
    List<UnitFigures> byUnit,
    List<YearFigures> byYear,
    Comparison comparison,
    Activities activities,
    Findings findings,
    List<ModelRow> models,
    List<InspectionRow> inspections,
    List<CommendationRow> commendations,
    List<CommendationRow> revocations,
    List<ReplicationRow> replications,
    List<UnitRatingRow> unitRatings,
    List<LateRow> late,
    List<String> changedAfterReport,
    @Nullable PreviousIssue previousIssue,
    List<ModelChanges> changes) {

  /**
   * A plan.
   *
   * @param code its code
   * @param title what it is about
   * @param document where it stands
   */
  public record PlanRef(String code, @Nullable String title, DocumentRef document) {}

  /**
   * A field's row (Biểu 01).
   *
   * @param field the field
   * @param figures its figures
   */
  public record FieldFigures(Field field, Figures figures) {}

  /**
   * A national field's row.
   *
   * @param field the field
   * @param figures its figures
   */
  public record NationalFieldFigures(NationalField field, Figures figures) {}

  /**
   * A level's row.
   *
   * @param level the level
   * @param recognized terms recognised at it by a decision of the range
   * @param exemplars terms designated at it by a decision of the range
   */
  public record LevelFigures(Level level, Tally recognized, Tally exemplars) {}

  /**
   * A form's row.
   *
   * @param form the form
   * @param recipients of awards by decisions of the range that are not revoked
   */
  public record FormFigures(CommendationForm form, Tally recipients) {}

  /**
   * A unit's row (Biểu 02).
   *
   * @param code the unit
   * @param name on the last day, or its own last
   * @param depth how many units of the report stand above it
   * @param endedOn the first day on which it was no more; null when it was there on the last day
   * @param successors who goes on
   * @param own its own figures
   * @param all with those of the units under it
   */
  public record UnitFigures(
      String code,
      String name,
      int depth,
      @Nullable LocalDate endedOn,
      List<String> successors,
      Figures own,
      Figures all) {}

  /**
   * A year's row (Biểu 08).
   *
   * @param year the year
   * @param figures its figures
   */
  public record YearFigures(int year, Figures figures) {}

  /**
   * The same time before.
   *
   * @param year the year, or the first of the period
   * @param from the first day
   * @param to the last day
   * @param asItWas by the tree of that time
   * @param byTodaysUnits by the tree of this report: predecessors summed
   */
  public record Comparison(
      int year, LocalDate from, LocalDate to, Reading asItWas, Reading byTodaysUnits) {}

  /**
   * One reading of the same time before.
   *
   * @param totals of all
   * @param byField one for each field
   */
  public record Reading(Figures totals, List<FieldFigures> byField) {}

  /**
   * What was done.
   *
   * @param returned forms given back
   * @param progressReports reports of the range in force
   * @param inspections inspections of the range that are not void
   * @param reminders reminders sent about these terms
   */
  public record Activities(
      int returned, int progressReports, List<InspectionCount> inspections, int reminders) {}

  /**
   * Inspections of a kind.
   *
   * @param kind the kind
   * @param count how many
   */
  public record InspectionCount(InspectionKind kind, int count) {}

  /**
   * What inspections of these terms found.
   *
   * @param total all
   * @param major the grave ones
   * @param open not remedied
   * @param remedied told to be remedied
   * @param confirmed confirmed
   * @param overdue open past their day on the last day
   */
  public record Findings(
      int total, int major, int open, int remedied, int confirmed, int overdue) {}

  /**
   * An issued report.
   *
   * @param id its id
   * @param number number and symbol
   * @param issuedOn its day
   * @param digest of its content
   */
  public record PreviousIssue(String id, String number, LocalDate issuedOn, String digest) {}
}
