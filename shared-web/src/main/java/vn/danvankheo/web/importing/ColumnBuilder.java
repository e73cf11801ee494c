package vn.danvankheo.web.importing;

import java.util.List;

/** Puts a column of the form together, so that the form reads as a list of what it asks for. */
final class ColumnBuilder {
  private final String field;
  private final String heading;
  private final ImportColumn.Kind kind;
  private final int width;
  private final List<ImportChoice> choices;
  private List<String> otherHeadings = List.of();
  private boolean required;
  private String note = "";
  private String example = "";

  ColumnBuilder(
      String field, String heading, ImportColumn.Kind kind, int width, List<ImportChoice> choices) {
    this.field = field;
    this.heading = heading;
    this.kind = kind;
    this.width = width;
    this.choices = choices;
  }

  ColumnBuilder required(String words) {
    required = true;
    return note(words);
  }

  ColumnBuilder note(String words) {
    note = words;
    return this;
  }

  ColumnBuilder also(String... headings) {
    otherHeadings = List.of(headings);
    return this;
  }

  ColumnBuilder example(String words) {
    example = words;
    return this;
  }

  ImportColumn build() {
    return new ImportColumn(
        field, heading, otherHeadings, kind, required, width, note, example, choices);
  }
}
