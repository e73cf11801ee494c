package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reporting.documents.Paper.Chart;
import vn.danvankheo.query.reporting.documents.Paper.Group;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.Figures;
import vn.danvankheo.query.reporting.domain.ReportContent;

/** How many, by field, by unit and by year: Biểu 01, 02 and 08. */
final class FigureSheets {
  private static final List<String> FIGURES =
      List.of(
          "Đăng ký",
          "Tập thể",
          "Cá nhân",
          "Hộ",
          "Mới",
          "Duy trì",
          "Nhân rộng",
          "Được kiểm tra",
          "Công nhận",
          "Công nhận: tập thể",
          "Công nhận: cá nhân",
          "Công nhận: hộ",
          "Tiêu biểu",
          "Khen thưởng",
          "Không công nhận",
          "Dừng",
          "Rút");

  private static final List<String> SERIES = List.of("Đăng ký", "Công nhận");

  private final ReportContent content;

  FigureSheets(ReportContent content) {
    this.content = content;
  }

  Sheet byField() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byField()
        .forEach(f -> rows.add(figures(rows.size() + 1, Wording.word(f.field()), f.figures())));
    rows.add(figures(null, "Tổng cộng", content.totals()));
    rows.add(
        figures(null, "Cùng kỳ, theo thực tế khi đó", content.comparison().asItWas().totals()));
    rows.add(
        figures(
            null, "Cùng kỳ, theo đơn vị hiện nay", content.comparison().byTodaysUnits().totals()));
    return Sheet.of("Biểu 01", "Biểu 01. Tổng hợp theo lĩnh vực", headings("Lĩnh vực"), rows)
        .with(
            new Chart(
                "Số mô hình theo lĩnh vực",
                SERIES,
                content.byField().stream()
                    .map(f -> group(Wording.word(f.field()), f.figures()))
                    .toList()),
            overYears());
  }

  /** The years of a period, else this year after the one before, as it was. */
  private Chart overYears() {
    List<Group> years = new ArrayList<>();
    if (content.byYear().size() == 1) {
      ReportContent.Comparison before = content.comparison();
      years.add(group("Cùng kỳ " + before.year(), before.asItWas().totals()));
    }
    content.byYear().forEach(y -> years.add(group(Integer.toString(y.year()), y.figures())));
    return new Chart("Số mô hình qua các năm", SERIES, years);
  }

  private static Group group(String label, Figures f) {
    return new Group(label, List.of(f.registered().total(), f.recognized().total()));
  }

  Sheet byUnit() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byUnit()
        .forEach(
            unit -> {
              boolean upper = unit.all() != unit.own() && !unit.all().equals(unit.own());
              String name = "– ".repeat(unit.depth()) + unit.name();
              rows.add(figures(rows.size() + 1, name, upper ? unit.all() : unit.own()));
            });
    return Sheet.of(
            "Biểu 02",
            "Biểu 02. Tổng hợp theo đơn vị (đơn vị cấp trên gồm cả đơn vị trực thuộc)",
            headings("Đơn vị"),
            rows)
        .with(
            new Chart(
                "Số mô hình theo đơn vị",
                SERIES,
                content.byUnit().stream()
                    .filter(unit -> unit.depth() == 1)
                    .filter(unit -> unit.all().registered().total() > 0)
                    .map(unit -> group(unit.name(), unit.all()))
                    .toList()));
  }

  Sheet byYear() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byYear()
        .forEach(y -> rows.add(figures(rows.size() + 1, Integer.toString(y.year()), y.figures())));
    return Sheet.of("Biểu 08", "Biểu 08. So sánh các năm", headings("Năm"), rows);
  }

  private static List<String> headings(String second) {
    List<String> headings = new ArrayList<>(List.of("STT", second));
    headings.addAll(FIGURES);
    return headings;
  }

  private static List<@Nullable Object> figures(@Nullable Integer no, String name, Figures f) {
    return Arrays.asList(
        no,
        name,
        f.registered().total(),
        f.registered().collective(),
        f.registered().individual(),
        f.registered().household(),
        f.fresh().total(),
        f.renewed().total(),
        f.replica().total(),
        f.inspected().total(),
        f.recognized().total(),
        f.recognized().collective(),
        f.recognized().individual(),
        f.recognized().household(),
        f.exemplars().total(),
        f.commended().total(),
        f.notRecognized().total(),
        f.stopped().total(),
        f.withdrawn().total());
  }
}
