package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.CommendationRow;
import vn.danvankheo.query.reporting.domain.InspectionRow;
import vn.danvankheo.query.reporting.domain.ModelRow;
import vn.danvankheo.query.reporting.domain.ReplicationRow;
import vn.danvankheo.query.reporting.domain.ReportContent;

/** What was registered, inspected, commended and taken over, row by row: Biểu 03 to 06. */
final class ListSheets {
  private final ReportContent content;
  private final Wording words;

  ListSheets(ReportContent content, Wording words) {
    this.content = content;
    this.words = words;
  }

  Sheet models() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ModelRow m : content.models()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              m.title(),
              Wording.word(m.subjectKind()),
              words.name(m.subject()),
              words.unit(m.unitCode()),
              Wording.word(m.field()),
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
              Wording.wordOrNone(m.rating()),
              m.recognitions().stream()
                  .map(h -> h.decision().number() + " (" + Shown.of(h.decision().issuedOn()) + ")")
                  .collect(Collectors.joining("; ")),
              Wording.word(m.status())
                  + (m.changedAfterReport() ? "; điều chỉnh sau báo cáo" : "")));
    }
    return Sheet.of(
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

  Sheet inspections() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (InspectionRow i : content.inspections()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              i.title(),
              words.unit(i.unitCode()),
              i.inspectedOn(),
              Wording.word(i.kind()) + (i.annulled() ? " (đã hủy)" : ""),
              i.minutesNumber(),
              i.total(),
              Wording.word(i.rating()),
              i.findings().stream()
                  .map(f -> f.text() + " (" + Wording.word(f.state()) + ")")
                  .collect(Collectors.joining("; "))));
    }
    return Sheet.of(
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

  Sheet commendations() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CommendationRow c : content.commendations()) {
      for (CommendationRow.RecipientRow r : c.recipients()) {
        rows.add(
            Arrays.asList(
                rows.size() + 1,
                words.name(r.name()),
                words.unit(r.unitCode()),
                c.title(),
                Wording.word(c.form()),
                c.decision().number(),
                c.decision().issuedOn(),
                Wording.word(c.basis()),
                r.bonusVnd(),
                c.revokedBy() == null ? null : "Hủy bỏ: " + c.revokedBy().number()));
      }
    }
    return Sheet.of(
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

  Sheet replications() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ReplicationRow r : content.replications()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              r.title(),
              words.unit(r.unitCode()),
              Wording.years(r.recognizedIn()),
              r.replicas().stream()
                  .map(x -> words.unit(x.unitCode()) + " (" + x.year() + ")")
                  .collect(Collectors.joining("; ")),
              Wording.years(r.years())));
    }
    return Sheet.of(
        "Biểu 06",
        "Biểu 06. Mô hình nhân rộng, duy trì",
        List.of(
            "STT", "Mô hình gốc", "Đơn vị", "Năm công nhận", "Nhân rộng tại", "Các năm đăng ký"),
        rows);
  }
}
