package vn.danvankheo.query.views.models;

import static vn.danvankheo.web.table.TableColumn.Kind.DATE;
import static vn.danvankheo.web.table.TableColumn.Kind.INSTANT;
import static vn.danvankheo.web.table.TableColumn.Kind.MONEY;
import static vn.danvankheo.web.table.TableColumn.Kind.NUMBER;
import static vn.danvankheo.web.table.TableColumn.Kind.TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.mongo.DocumentJson;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.table.TableColumn;

/** The list of models as the columns that offices use; no person's name or phone among them. */
final class ModelTable {
  private final Language language;
  private final Optional<Integer> year;
  private final Function<String, @Nullable String> unitName;

  /**
   * Describes a table.
   *
   * @param year the term that status and counts are of; empty for the latest
   * @param unitName finds a unit's name
   */
  ModelTable(
      Language language, Optional<Integer> year, Function<String, @Nullable String> unitName) {
    this.language = language;
    this.year = year;
    this.unitName = unitName;
  }

  List<TableColumn> columns() {
    return Arrays.stream(Column.values())
        .map(c -> new TableColumn(Labels.of("column." + c.name(), language), c.kind, c.width))
        .toList();
  }

  List<@Nullable Object> row(BsonDocument model, Function<PersonalText, String> words) {
    List<BsonDocument> terms =
        model.getArray("_terms").stream().map(BsonValue::asDocument).toList();
    BsonDocument term =
        terms.stream()
            .filter(t -> year.isPresent() && t.getInt32("year").getValue() == year.get())
            .findFirst()
            .orElse(terms.get(terms.size() - 1));
    return Arrays.stream(Column.values())
        .<@Nullable Object>map(column -> cell(column, model, term, words))
        .collect(Collectors.toCollection(java.util.ArrayList::new));
  }

  private @Nullable Object cell(
      Column column, BsonDocument model, BsonDocument term, Function<PersonalText, String> words) {
    return switch (column) {
      case subjectName -> name(model.get(column.name()), words);
      case subjectKind -> label("SubjectKind", model, "subjectKind");
      case field -> label("Field", model, "field");
      case status -> status(model, term);
      case late, changedAfterReport ->
          Labels.of(term.getBoolean(column.name()).getValue() ? "yes" : "no", language);
      case unitName -> unitName.apply(model.getString("unitCode").getValue());
      case households, people -> beneficiaries(model, column.name());
      case levels -> levels(term);
      case year, progressReports, inspections, openFindings, exemplars, commendations ->
          plain(term.get(column.name()), column.kind);
      case replicas -> plain(model.getDocument("_counts").get("replicas"), column.kind);
      default -> plain(model.get(column.name()), column.kind);
    };
  }

  private @Nullable String status(BsonDocument model, BsonDocument term) {
    return label("TermStatus", year.isPresent() ? term : model, "status");
  }

  private @Nullable String label(String kind, BsonDocument from, String field) {
    return from.containsKey(field)
        ? Labels.of(kind, from.getString(field).getValue(), language)
        : null;
  }

  private String levels(BsonDocument term) {
    return term.getArray("levels").stream()
        .map(level -> Labels.of("Level." + level.asString().getValue(), language))
        .collect(Collectors.joining("; "));
  }

  private static @Nullable Object beneficiaries(BsonDocument model, String which) {
    BsonValue both = model.get("beneficiaries");
    return both == null ? null : plain(both.asDocument().get(which), NUMBER);
  }

  private static @Nullable Object plain(@Nullable BsonValue value, TableColumn.Kind kind) {
    if (value == null || value.isNull()) {
      return null;
    }
    return switch (kind) {
      case DATE -> LocalDate.parse(value.asString().getValue());
      case INSTANT -> Instant.ofEpochMilli(value.asDateTime().getValue());
      case NUMBER, MONEY -> value.asNumber().longValue();
      case TEXT -> value.asString().getValue();
    };
  }

  private static @Nullable Object name(
      @Nullable BsonValue value, Function<PersonalText, String> words) {
    return value != null && value.isDocument()
        ? words.apply(DocumentJson.personal(value.asDocument()))
        : plain(value, TEXT);
  }

  /** The columns in their order; names are those of the fields. */
  private enum Column {
    code(TEXT, 16),
    title(TEXT, 60),
    subjectKind(TEXT, 14),
    subjectName(TEXT, 40),
    unitCode(TEXT, 14),
    unitName(TEXT, 40),
    field(TEXT, 40),
    year(NUMBER, 8),
    status(TEXT, 28),
    late(TEXT, 10),
    changedAfterReport(TEXT, 14),
    location(TEXT, 30),
    startsOn(DATE, 12),
    endsOn(DATE, 12),
    households(NUMBER, 12),
    people(NUMBER, 12),
    budgetVnd(MONEY, 18),
    responsiblePosition(TEXT, 30),
    progressReports(NUMBER, 12),
    inspections(NUMBER, 12),
    openFindings(NUMBER, 12),
    levels(TEXT, 24),
    exemplars(NUMBER, 12),
    commendations(NUMBER, 12),
    replicas(NUMBER, 12),
    createdAt(INSTANT, 20),
    updatedAt(INSTANT, 20);

    private final TableColumn.Kind kind;
    private final int width;

    Column(TableColumn.Kind kind, int width) {
      this.kind = kind;
      this.width = width;
    }
  }
}
