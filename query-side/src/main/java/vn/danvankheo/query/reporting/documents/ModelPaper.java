package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ModelState;

/** What the papers about one model have in common: numbered lines, and where they come from. */
abstract class ModelPaper {
  private static final String BLANK = "…";

  final ModelState model;
  final UnitNames units;
  final List<Paper.Block> blocks = new ArrayList<>();

  ModelPaper(ModelState model, UnitNames units) {
    this.model = model;
    this.units = units;
  }

  void part(String title) {
    blocks.add(new Paper.Text(1, title));
  }

  void say(String text) {
    text.lines().forEach(line -> blocks.add(new Paper.Text(0, line)));
  }

  /** A label and what stands behind it: dots where there is nothing. */
  void say(String label, @Nullable Object value) {
    String shown = Shown.of(value);
    say(label + ": " + (shown.isBlank() ? BLANK : shown));
  }

  void table(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
    blocks.add(new Paper.Table(Paper.Sheet.of("", "", columns, rows)));
  }

  /** Which state of the model it was printed from. */
  Paper.Foot foot() {
    String line =
        "Mã đăng ký " + model.code() + ", phiên bản " + model.version() + " trong sổ đăng ký";
    return new Paper.Foot(List.of(line), line, null);
  }
}
