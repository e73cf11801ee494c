package vn.danvankheo.command.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.Objective;

/**
 * The objectives in one cell: a line for each, {@code indicator | unit | target}; several on one
 * line have semicolons between them.
 */
final class ObjectivesText {
  private ObjectivesText() {}

  /** What a cell holds, or the 1-based number of the entry that is not of the form. */
  record Read(List<Objective> objectives, int wrongEntry) {}

  static Read read(String text) {
    List<Objective> objectives = new ArrayList<>();
    for (String entry : entries(text)) {
      Optional<Objective> objective = objective(entry);
      if (objective.isEmpty()) {
        return new Read(List.of(), objectives.size() + 1);
      }
      objectives.add(objective.get());
    }
    return new Read(objectives, 0);
  }

  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    for (String line : text.split("\\R")) {
      if (!line.isBlank()) {
        entries.addAll(bars(line) > 2 ? List.of(line.split(";")) : List.of(line));
      }
    }
    return entries;
  }

  private static Optional<Objective> objective(String entry) {
    String[] parts = entry.split("\\|", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Optional<BigDecimal> target = NumberText.decimal(parts[2].replaceFirst("[;.%\\s]+$", ""));
    return target.map(
        value ->
            new Objective(VietnameseText.clean(parts[0]), VietnameseText.clean(parts[1]), value));
  }

  private static long bars(String line) {
    return line.chars().filter(c -> c == '|').count();
  }
}
