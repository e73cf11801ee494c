package vn.danvankheo.query.history.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.text.VietnameseText;

/** Changed fields and their values in words. */
public final class ChangeWords {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Set<String> UNITS =
      Set.of("unitCode", "parentCode", "attachedTo", "coordinatingUnits", "successors");
  private static final Set<String> COUNTED =
      Set.of(
          "budgetVnd",
          "bonusVnd",
          "households",
          "people",
          "target",
          "actual",
          "total",
          "points",
          "score",
          "maxPoints",
          "minPoints",
          "passingMark",
          "periodShare",
          "modelsPerUnitMin");

  /** The enums of fields; where a name is used twice, with the list that it is in. */
  private static final Map<String, String> CODED =
      Map.ofEntries(
          Map.entry("status", "TermStatus"),
          Map.entry("subjectKind", "SubjectKind"),
          Map.entry("field", "Field"),
          Map.entry("nationalField", "NationalField"),
          Map.entry("registrationLevel", "Level"),
          Map.entry("level", "Level"),
          Map.entry("recognitions", "Level"),
          Map.entry("exemplars", "Level"),
          Map.entry("rating", "Rating"),
          Map.entry("ratings", "Rating"),
          Map.entry("form", "CommendationForm"),
          Map.entry("entitledIssuers", "CommendationForm"),
          Map.entry("commendations/basis", "CommendationBasis"),
          Map.entry("severity", "Severity"),
          Map.entry("state", "FindingState"),
          Map.entry("outcome", "ClosureOutcome"),
          Map.entry("about", "DutyKind"),
          Map.entry("ground", "RevocationGround"),
          Map.entry("type", "UnitType"),
          Map.entry("scope/type", "ReportType"),
          Map.entry("section", "ReportSection"),
          Map.entry("texts", "ReportSection"),
          Map.entry("roles", "Role"),
          Map.entry("role", "TeamRole"),
          Map.entry("inspections/kind", "InspectionKind"),
          Map.entry("recipients/kind", "SubjectKind"),
          Map.entry("end/kind", "UnitEndKind"));

  /** Fields that have words of their own where they are, among others of the same name. */
  private static final Set<String> OF_THEIR_OWN = Set.of("report/position", "scope/type");

  private final Wording wording;

  /**
   * Says changes in one language.
   *
   * @param wording says single values
   */
  public ChangeWords(Wording wording) {
    this.wording = wording;
  }

  /**
   * Names a changed field.
   *
   * @param aggregateType whose field it is, such as {@code model}
   * @param path a change's path
   * @return such as "Năm 2024 › Mục tiêu “Mức độ hài lòng” › Mức phấn đấu"
   */
  public String label(String aggregateType, String path) {
    StringBuilder label = new StringBuilder();
    List<String> steps = Keys.steps(path);
    for (int i = 0; i < steps.size(); i++) {
      String name = steps.get(i);
      String within = (i == 0 ? aggregateType : steps.get(i - 1)) + '/' + name;
      String key = "change." + (OF_THEIR_OWN.contains(within) ? within : name);
      label.append(i == 0 ? "" : " › ").append(wording.words(key));
      if (Keys.isList(name) && i + 1 < steps.size()) {
        label.append(' ').append(key(name, steps.get(++i)));
      }
    }
    return label.toString();
  }

  /**
   * Says a value.
   *
   * @param path the change's path
   * @param value its old or new value, as it is shown
   * @return null when there is none
   */
  public @Nullable String text(String path, @Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    List<String> steps = Keys.steps(path);
    String name = steps.get(steps.size() - 1);
    return value.isArray()
        ? value
            .valueStream()
            .map(item -> plain(steps, name, item))
            .collect(Collectors.joining("; "))
        : plain(steps, name, value);
  }

  private String plain(List<String> steps, String name, JsonNode value) {
    if (value.isBoolean()) {
      return wording.words(value.booleanValue() ? "yes" : "no");
    }
    if (value.isNumber()) {
      return COUNTED.contains(name)
          ? wording.number(value.decimalValue()) + (name.endsWith("Vnd") ? " đồng" : "")
          : value.asString();
    }
    String text = value.asString();
    String kind = kind(steps, name);
    if (kind != null) {
      return wording.label(kind, text);
    }
    if (UNITS.contains(name)) {
      return wording.unit(text);
    }
    return name.equals("period") ? wording.period(text) : wording.dated(text);
  }

  private static @Nullable String kind(List<String> steps, String name) {
    for (int i = steps.size() - 2; i >= 0; i--) {
      String kind = CODED.get(steps.get(i) + "/" + name);
      if (kind != null) {
        return kind;
      }
    }
    return CODED.get(name);
  }

  private String key(String list, String key) {
    String kind = CODED.get(list);
    if (kind != null) {
      String[] again = key.split(" ", 2);
      String label = "(" + VietnameseText.lowerFirst(wording.label(kind, again[0])) + ")";
      return again.length == 1 ? label : label + " " + again[1];
    }
    if (list.equals("progressReports")) {
      return wording.period(key);
    }
    if (NUMBER.matcher(key).matches()) {
      return key;
    }
    return DAY.matcher(key).matches() ? wording.dated(key) : "“" + key + "”";
  }
}
