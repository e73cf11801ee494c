package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.CommendationRow;
import vn.danvankheo.query.reporting.domain.Figures;
import vn.danvankheo.query.reporting.domain.InspectionRow;
import vn.danvankheo.query.reporting.domain.LateRow;
import vn.danvankheo.query.reporting.domain.ModelChanges;
import vn.danvankheo.query.reporting.domain.ModelRow;
import vn.danvankheo.query.reporting.domain.PersonName;
import vn.danvankheo.query.reporting.domain.ReplicationRow;
import vn.danvankheo.query.reporting.domain.ReportContent;
import vn.danvankheo.query.reporting.domain.UnitRatingRow;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/** A report's tables, Biểu 01 to 08. */
final class ReportSheets {
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

  private final ReportContent content;
  private final Map<String, PersonalText> names;
  private final Function<PersonalText, String> words;
  private final Map<String, String> units = new HashMap<>();

  ReportSheets(
      ReportContent content,
      Map<String, PersonalText> names,
      Function<PersonalText, String> words) {
    this.content = content;
    this.names = names;
    this.words = words;
    content.byUnit().forEach(unit -> units.put(unit.code(), unit.name()));
  }

  List<Sheet> all() {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(byField());
    sheets.add(byUnit());
    sheets.add(models());
    sheets.add(inspections());
    sheets.add(commendations());
    sheets.add(replications());
    sheets.add(ratings());
    if (content.byYear().size() > 1) {
      sheets.add(byYear());
    }
    sheets.add(late());
    sheets.add(changes());
    return sheets;
  }

  private Sheet byField() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byField()
        .forEach(f -> rows.add(figures(rows.size() + 1, word(f.field()), f.figures())));
    rows.add(figures(null, "Tổng cộng", content.totals()));
    rows.add(
        figures(null, "Cùng kỳ, theo thực tế khi đó", content.comparison().asItWas().totals()));
    rows.add(
        figures(
            null, "Cùng kỳ, theo đơn vị hiện nay", content.comparison().byTodaysUnits().totals()));
    return new Sheet("Biểu 01", "Biểu 01. Tổng hợp theo lĩnh vực", headings("Lĩnh vực"), rows);
  }

  private Sheet byUnit() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byUnit()
        .forEach(
            unit -> {
              boolean upper = unit.all() != unit.own() && !unit.all().equals(unit.own());
              String name = "– ".repeat(unit.depth()) + unit.name();
              rows.add(figures(rows.size() + 1, name, upper ? unit.all() : unit.own()));
            });
    return new Sheet(
        "Biểu 02",
        "Biểu 02. Tổng hợp theo đơn vị (đơn vị cấp trên gồm cả đơn vị trực thuộc)",
        headings("Đơn vị"),
        rows);
  }

  private Sheet byYear() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content
        .byYear()
        .forEach(y -> rows.add(figures(rows.size() + 1, Integer.toString(y.year()), y.figures())));
    return new Sheet("Biểu 08", "Biểu 08. So sánh các năm", headings("Năm"), rows);
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

  private Sheet models() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ModelRow m : content.models()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              m.title(),
              word(m.subjectKind()),
              name(m.subject()),
              unit(m.unitCode()),
              word(m.field()),
              m.content(),
              m.results().stream()
                  .map(
                      r ->
                          r.indicator()
                              + ": "
                              + (r.actual() == null ? "–" : Shown.of(r.actual()))
                              + "/"
                              + Shown.of(r.target())
                              + " "
                              + r.unit())
                  .collect(Collectors.joining("; ")),
              m.score(),
              m.rating() == null ? null : word(m.rating()),
              m.recognitions().stream()
                  .map(h -> h.decision().number() + " (" + Shown.of(h.decision().issuedOn()) + ")")
                  .collect(Collectors.joining("; ")),
              word(m.status()) + (m.changedAfterReport() ? "; điều chỉnh sau báo cáo" : "")));
    }
    return new Sheet(
        "Biểu 03",
        "Biểu 03. Danh sách mô hình đăng ký, công nhận",
        List.of(
            "STT",
            "Tên mô hình",
            "Loại hình",
            "Tập thể, cá nhân",
            "Đơn vị",
            "Lĩnh vực",
            "Nội dung, cách làm",
            "Kết quả, hiệu quả",
            "Điểm",
            "Xếp loại",
            "Quyết định công nhận",
            "Ghi chú"),
        rows);
  }

  private Sheet inspections() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (InspectionRow i : content.inspections()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              i.title(),
              unit(i.unitCode()),
              i.inspectedOn(),
              word(i.kind()) + (i.annulled() ? " (đã hủy)" : ""),
              i.minutesNumber(),
              i.total(),
              word(i.rating()),
              i.findings().stream()
                  .map(f -> f.text() + " (" + word(f.state()) + ")")
                  .collect(Collectors.joining("; "))));
    }
    return new Sheet(
        "Biểu 04",
        "Biểu 04. Kết quả kiểm tra",
        List.of(
            "STT",
            "Mô hình",
            "Đơn vị",
            "Ngày kiểm tra",
            "Hình thức",
            "Biên bản số",
            "Điểm",
            "Xếp loại",
            "Tồn tại"),
        rows);
  }

  private Sheet commendations() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CommendationRow c : content.commendations()) {
      for (CommendationRow.RecipientRow r : c.recipients()) {
        rows.add(
            Arrays.asList(
                rows.size() + 1,
                name(r.name()),
                unit(r.unitCode()),
                c.title(),
                word(c.form()),
                c.decision().number(),
                c.decision().issuedOn(),
                word(c.basis()),
                r.bonusVnd(),
                c.revokedBy() == null ? null : "Hủy bỏ: " + c.revokedBy().number()));
      }
    }
    return new Sheet(
        "Biểu 05",
        "Biểu 05. Danh sách biểu dương, khen thưởng",
        List.of(
            "STT",
            "Tên tập thể, cá nhân",
            "Đơn vị",
            "Mô hình",
            "Hình thức",
            "Quyết định số",
            "Ngày",
            "Cơ sở",
            "Tiền thưởng (đồng)",
            "Ghi chú"),
        rows);
  }

  private Sheet replications() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ReplicationRow r : content.replications()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              r.title(),
              unit(r.unitCode()),
              years(r.recognizedIn()),
              r.replicas().stream()
                  .map(x -> unit(x.unitCode()) + " (" + x.year() + ")")
                  .collect(Collectors.joining("; ")),
              years(r.years())));
    }
    return new Sheet(
        "Biểu 06",
        "Biểu 06. Mô hình nhân rộng, duy trì",
        List.of(
            "STT", "Mô hình gốc", "Đơn vị", "Năm công nhận", "Nhân rộng tại", "Các năm đăng ký"),
        rows);
  }

  private Sheet ratings() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (UnitRatingRow r : content.unitRatings()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              unit(r.unitCode()),
              r.registered(),
              r.required(),
              r.registeredLate(),
              r.recognized(),
              r.meanScore(),
              r.findingsOverdue(),
              r.exemplars(),
              r.commended(),
              r.rating() == null ? null : word(r.rating()),
              r.previousRating() == null ? null : word(r.previousRating())));
    }
    return new Sheet(
        "Biểu 07",
        "Biểu 07. Xếp loại công tác dân vận của đơn vị",
        List.of(
            "STT",
            "Đơn vị",
            "Đăng ký",
            "Chỉ tiêu tối thiểu",
            "Đăng ký muộn",
            "Công nhận",
            "Điểm trung bình",
            "Tồn tại quá hạn",
            "Tiêu biểu",
            "Khen thưởng",
            "Xếp loại",
            "Năm trước"),
        rows);
  }

  private Sheet late() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LateRow r : content.late()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              r.title(),
              unit(r.unitCode()),
              r.year(),
              word(r.kind()),
              r.dueOn(),
              r.daysLate() == 0 ? null : r.daysLate()));
    }
    return new Sheet(
        "Chậm hạn",
        "Danh sách nội dung chậm, quá hạn",
        List.of("STT", "Mô hình", "Đơn vị", "Năm", "Nội dung", "Hạn", "Số ngày quá hạn"),
        rows);
  }

  private Sheet changes() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ModelChanges m : content.changes()) {
      for (ModelChanges.Change c : m.changes()) {
        rows.add(
            Arrays.asList(
                rows.size() + 1,
                m.title(),
                unit(m.unitCode()),
                m.year(),
                c.fact(),
                c.before(),
                c.now()));
      }
    }
    ReportContent.PreviousIssue previous = content.previousIssue();
    return new Sheet(
        "Thay đổi",
        previous == null
            ? "Thay đổi so với báo cáo trước (chưa có báo cáo nào)"
            : "Thay đổi so với Báo cáo số " + previous.number(),
        List.of("STT", "Mô hình", "Đơn vị", "Năm", "Nội dung", "Trước", "Nay"),
        rows);
  }

  private static String years(List<Integer> years) {
    return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String unit(String code) {
    return units.getOrDefault(code, code);
  }

  private String name(PersonName name) {
    if (name.name() != null) {
      return name.name();
    }
    PersonalText person = names.get(String.valueOf(name.person()));
    return person == null ? "" : words.apply(person);
  }

  private static String word(Enum<?> coded) {
    return Labels.of(coded.getDeclaringClass().getSimpleName() + "." + coded.name(), Language.VI);
  }
}
