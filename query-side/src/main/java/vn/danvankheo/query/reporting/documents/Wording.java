package vn.danvankheo.query.reporting.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.reporting.domain.PersonName;
import vn.danvankheo.query.reporting.domain.Report;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/** The words for what a report's tables hold in codes. */
final class Wording {
  private final Map<String, PersonalText> names;
  private final Function<PersonalText, String> words;
  private final Map<String, String> units;

  Wording(
      Map<String, String> units,
      Map<String, PersonalText> names,
      Function<PersonalText, String> words) {
    this.units = units;
    this.names = names;
    this.words = words;
  }

  static Wording of(Report report, Function<PersonalText, String> words) {
    Map<String, String> units = new HashMap<>();
    report.content().byUnit().forEach(unit -> units.put(unit.code(), unit.name()));
    return new Wording(units, report.names(), words);
  }

  String unit(String code) {
    return units.getOrDefault(code, code);
  }

  String name(PersonName name) {
    if (name.name() != null) {
      return name.name();
    }
    PersonalText person = names.get(String.valueOf(name.person()));
    return person == null ? "" : words.apply(person);
  }

  static String years(List<Integer> years) {
    return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  static String beneficiaries(Beneficiaries both) {
    return Stream.of(counted(both.households(), " hộ"), counted(both.people(), " người"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(@Nullable Integer count, String what) {
    return count == null ? "" : Shown.of(count) + what;
  }

  static String word(Enum<?> coded) {
    return Labels.of(coded.getDeclaringClass().getSimpleName() + "." + coded.name(), Language.VI);
  }

  static @Nullable String wordOrNone(@Nullable Enum<?> coded) {
    return coded == null ? null : word(coded);
  }
}
