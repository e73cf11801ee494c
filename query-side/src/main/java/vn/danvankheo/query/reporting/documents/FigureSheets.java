package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.query.reporting.documents.Paper.Chart;
import vn.danvankheo.query.reporting.documents.Paper.Group;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.Figures;
import vn.danvankheo.query.reporting.domain.ReportContent;
import vn.danvankheo.query.reporting.domain.Tally;

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
          "Tỷ lệ công nhận (%)",
          "Tiêu biểu",
          "Khen thưởng",
          "Không công nhận",
          "Dừng",
          "Rút");

  private static final List<String> KIND_FIGURES =
      List.of(
          "Đăng ký",
          "Phê duyệt",
          "Được kiểm tra",
          "Công nhận",
          "Tiêu biểu",
          "Khen thưởng",
          "Được nhân rộng",
          "Duy trì năm sau",
          "Không công nhận",
          "Dừng",
          "Rút",
          "Đăng ký muộn",
          "Điều chỉnh sau báo cáo");

  /** As many as stand on a page together. */
  private static final int MOST_UNITS = 10;

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
    return sheet("Biểu 01", "Biểu 01. Tổng hợp theo lĩnh vực", headings("Lĩnh vực"), rows)
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
    return sheet(
            "Biểu 02",
            "Biểu 02. Tổng hợp theo đơn vị (đơn vị cấp trên gồm cả đơn vị trực thuộc)",
            headings("Đơn vị"),
            rows)
        .with(overUnits());
  }

  /** The units right below; where they are too many for a page, those with the most models. */
  private Chart overUnits() {
    List<ReportContent.UnitFigures> units =
        content.byUnit().stream()
            .filter(unit -> unit.depth() == 1)
            .filter(unit -> unit.all().registered().total() > 0)
            .toList();
    List<ReportContent.UnitFigures> most =
        units.stream()
            .sorted(Comparator.comparing(unit -> -unit.all().registered().total()))
            .limit(MOST_UNITS)
            .toList();
    return new Chart(
        "Số mô hình theo đơn vị"
            + (most.size() < units.size() ? " (" + MOST_UNITS + " đơn vị đăng ký nhiều nhất)" : ""),
        SERIES,
        units.stream().filter(most::contains).map(unit -> group(unit.name(), unit.all())).toList());
  }

  /** Every figure by field and by kind of subject; kinds without any are left out, sums of one. */
  Sheet byKind() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content.byField().forEach(f -> addKinds(rows, Wording.word(f.field()), f.figures()));
    addKinds(rows, "Tổng cộng", content.totals());
    content
        .byNationalField()
        .forEach(f -> addKinds(rows, "Lĩnh vực chung: " + Wording.word(f.field()), f.figures()));
    List<String> headings = new ArrayList<>(List.of("Lĩnh vực", "Loại hình"));
    headings.addAll(KIND_FIGURES);
    return sheet("Biểu 01a", "Biểu 01a. Theo lĩnh vực và loại hình", headings, rows);
  }

  private static void addKinds(List<List<@Nullable Object>> rows, String name, Figures figures) {
    List<List<@Nullable Object>> own = new ArrayList<>();
    for (SubjectKind kind : SubjectKind.values()) {
      List<@Nullable Object> row =
          ofKind(name, Wording.word(kind), figures, tally -> tally.of(kind));
      if (row.stream().anyMatch(cell -> cell instanceof Integer number && number > 0)) {
        own.add(row);
      }
    }
    if (own.size() != 1) {
      rows.add(ofKind(name, "Tất cả", figures, Tally::total));
    }
    rows.addAll(own);
  }

  private static List<@Nullable Object> ofKind(
      String name, String kind, Figures f, Function<Tally, Integer> count) {
    List<@Nullable Object> row = new ArrayList<>(List.of(name, kind));
    Stream.of(
            f.registered(),
            f.approved(),
            f.inspected(),
            f.recognized(),
            f.exemplars(),
            f.commended(),
            f.replicated(),
            f.renewedNext(),
            f.notRecognized(),
            f.stopped(),
            f.withdrawn(),
            f.late(),
            f.changedAfterReport())
        .map(count)
        .forEach(row::add);
    return row;
  }

  /** Recognitions and designations by level, recipients by form; what nobody got is left out. */
  Sheet byHonour() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content.byLevel().forEach(l -> addTally(rows, "Công nhận", l.level(), l.recognized()));
    content.byLevel().forEach(l -> addTally(rows, "Điển hình tiêu biểu", l.level(), l.exemplars()));
    content
        .byForm()
        .forEach(f -> addTally(rows, "Tập thể, cá nhân được khen", f.form(), f.recipients()));
    return sheet(
        "Biểu 01b",
        "Biểu 01b. Theo cấp công nhận và hình thức khen thưởng",
        List.of("STT", "Nội dung", "Cấp, hình thức", "Tổng", "Tập thể", "Cá nhân", "Hộ"),
        rows);
  }

  private static void addTally(
      List<List<@Nullable Object>> rows, String what, Enum<?> by, Tally tally) {
    if (tally.total() > 0) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              what,
              Wording.word(by),
              tally.total(),
              tally.collective(),
              tally.individual(),
              tally.household()));
    }
  }

  /** Against the same time before in both readings, by field. */
  Sheet compared() {
    ReportContent.Comparison before = content.comparison();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < content.byField().size(); i++) {
      ReportContent.FieldFigures field = content.byField().get(i);
      rows.add(
          compared(
              i + 1,
              Wording.word(field.field()),
              field.figures(),
              before.asItWas().byField().get(i).figures(),
              before.byTodaysUnits().byField().get(i).figures()));
    }
    rows.add(
        compared(
            null,
            "Tổng cộng",
            content.totals(),
            before.asItWas().totals(),
            before.byTodaysUnits().totals()));
    List<String> headings = new ArrayList<>(List.of("STT", "Lĩnh vực"));
    for (String figure : SERIES) {
      headings.add(figure);
      for (String reading : List.of("thực tế khi đó", "đơn vị hiện nay")) {
        headings.addAll(List.of("Cùng kỳ (" + reading + ")", "Tăng, giảm", "Tăng, giảm (%)"));
      }
    }
    return sheet(
        "Biểu 01c",
        "Biểu 01c. So sánh với cùng kỳ ("
            + Shown.of(before.from())
            + " – "
            + Shown.of(before.to())
            + ")",
        headings,
        rows);
  }

  private static List<@Nullable Object> compared(
      @Nullable Integer no, String name, Figures now, Figures asItWas, Figures byTodaysUnits) {
    List<@Nullable Object> row = new ArrayList<>(Arrays.asList(no, name));
    List<Function<Figures, Tally>> figures = List.of(Figures::registered, Figures::recognized);
    for (Function<Figures, Tally> figure : figures) {
      int current = figure.apply(now).total();
      row.add(current);
      for (Figures reading : List.of(asItWas, byTodaysUnits)) {
        int before = figure.apply(reading).total();
        row.addAll(Arrays.asList(before, current - before, Shown.share(current - before, before)));
      }
    }
    return row;
  }

  Sheet byYear() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byYear()
        .forEach(y -> rows.add(figures(rows.size() + 1, Integer.toString(y.year()), y.figures())));
    return sheet("Biểu 08", "Biểu 08. So sánh các năm", headings("Năm"), rows);
  }

  /** Without rows where all figures are nought. */
  private static Sheet sheet(
      String name, String title, List<String> columns, List<List<@Nullable Object>> rows) {
    boolean any =
        rows.stream()
            .flatMap(row -> row.stream().skip(1))
            .anyMatch(cell -> cell instanceof Integer figure && figure != 0);
    return Sheet.of(name, title, columns, any ? rows : List.of());
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
        Shown.share(f.recognized().total(), f.registered().total()),
        f.exemplars().total(),
        f.commended().total(),
        f.notRecognized().total(),
        f.stopped().total(),
        f.withdrawn().total());
  }
}
