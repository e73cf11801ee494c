package vn.danvankheo.query.views.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.query.SortField;

/** What a list of models can be asked for. */
final class ModelParameters {
  static final Parameter<String> WORDS = Parameter.text("q", 200);
  static final Parameter<Field> FIELD = Parameter.choice("field", Field.class);
  static final Parameter<NationalField> NATIONAL_FIELD =
      Parameter.choice("nationalField", NationalField.class);
  static final Parameter<TermStatus> STATUS = Parameter.choice("status", TermStatus.class);
  static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);
  static final Parameter<SubjectKind> SUBJECT_KIND =
      Parameter.choice("subjectKind", SubjectKind.class);
  static final Parameter<Level> LEVEL = Parameter.choice("level", Level.class);
  static final Parameter<Boolean> EXEMPLAR = Parameter.flag("exemplar");
  static final Parameter<Boolean> COMMENDED = Parameter.flag("commended");
  static final Parameter<Boolean> OVERDUE = Parameter.flag("overdue");
  static final Parameter<Boolean> LATE = Parameter.flag("late");
  static final Parameter<Boolean> CHANGED_AFTER_REPORT = Parameter.flag("changedAfterReport");
  static final Parameter<String> REPLICATED_FROM = Parameter.text("replicatedFrom", 64);

  /** What can be sorted by, and the documents' field for it. */
  private static final Map<String, String> SORTABLE =
      Map.of(
          "createdAt", "createdAt",
          "updatedAt", "updatedAt",
          "title", "_sortTitle",
          "code", "_sortCode",
          "unitCode", "unitCode",
          "field", "field",
          "status", "status",
          "year", "_year",
          "startsOn", "startsOn",
          "endsOn", "endsOn");

  static final Parameter<List<SortField>> SORT =
      Parameter.sort(SORTABLE.keySet().stream().sorted().toArray(String[]::new));

  static final QuerySpec LIST =
      QuerySpec.of(
          WORDS,
          FIELD,
          NATIONAL_FIELD,
          UnitParameter.UNIT,
          STATUS,
          YEAR,
          SUBJECT_KIND,
          LEVEL,
          EXEMPLAR,
          COMMENDED,
          OVERDUE,
          LATE,
          CHANGED_AFTER_REPORT,
          REPLICATED_FROM,
          SORT,
          ViewGate.AS_OF,
          QuerySpec.LIMIT,
          QuerySpec.CURSOR,
          ViewGate.MIN_POSITION);

  private ModelParameters() {}

  static Optional<Integer> year(Query query) {
    return query.get(YEAR).map(Long::intValue);
  }

  /** The wanted order as documents' fields; newest first unless told. */
  static List<String> order(Query query) {
    return query
        .get(SORT)
        .map(fields -> fields.stream().map(ModelParameters::documentField).toList())
        .orElse(List.of("-createdAt"));
  }

  private static String documentField(SortField sort) {
    return (sort.descending() ? "-" : "") + SORTABLE.get(sort.field());
  }
}
