package vn.danvankheo.query.reporting.documents;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reporting.domain.ModelChanges.Change;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/** What has changed since a report was issued, in words rather than in codes. */
final class FactWords {
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

  /** A number behind an equals sign or a colon, which is where the facts have them. */
  private static final Pattern DECIMAL = Pattern.compile("([=:] \\d+)\\.(\\d+)");

  private static final Pattern PERIOD = Pattern.compile("\\b(\\d{4})-Q([1-4])\\b");

  private final Wording words;

  FactWords(Wording words) {
    this.words = words;
  }

  static String fact(Change change) {
    return Labels.of("ReportFact." + change.fact(), Language.VI);
  }

  @Nullable String before(Change change) {
    return shown(change.fact(), change.before());
  }

  @Nullable String now(Change change) {
    return shown(change.fact(), change.now());
  }

  private @Nullable String shown(String fact, @Nullable String value) {
    if (value == null) {
      return null;
    }
    String text =
        switch (fact) {
          case "title" -> value;
          case "objectives" -> DECIMAL.matcher(value).replaceAll("$1,$2");
          case "progressReports" -> PERIOD.matcher(value).replaceAll("quý $2/$1");
          case "inspections" ->
              DECIMAL.matcher(value).replaceAll("$1,$2").replace(" ✗", " (đã hủy)");
          case "unitCode" -> words.unit(value);
          case "late", "changedAfterReport" ->
              Labels.of(value.equals("true") ? "yes" : "no", Language.VI);
          case "status" -> coded(List.of("TermStatus"), value);
          case "subjectKind" -> coded(List.of("SubjectKind"), value);
          case "field" -> coded(List.of("Field"), value);
          case "findings" -> coded(List.of("Severity", "FindingState"), value);
          case "recognitions", "exemplars" -> coded(List.of("Level"), value);
          case "commendations" ->
              coded(List.of("CommendationForm"), value).replace(" ✗", ", đã thu hồi");
          default -> value;
        };
    return DAY.matcher(text).replaceAll("$3/$2/$1");
  }

  /** The codes that each item begins with, one of each kind. */
  private static String coded(List<String> kinds, String value) {
    StringJoiner items = new StringJoiner("; ");
    for (String item : value.split("; ", -1)) {
      String[] parts = item.split(" ", kinds.size() + 1);
      for (int i = 0; i < Math.min(kinds.size(), parts.length); i++) {
        String word = Labels.find(kinds.get(i) + "." + parts[i], Language.VI);
        parts[i] = word == null ? parts[i] : word;
      }
      items.add(String.join(": ", parts));
    }
    return items.toString();
  }
}
