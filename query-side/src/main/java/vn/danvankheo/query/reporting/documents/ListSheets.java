package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.CommendationRow;
import vn.danvankheo.query.reporting.domain.DocumentRef;
import vn.danvankheo.query.reporting.domain.Honour;
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
              beneficiaries(m.beneficiaries()),
              m.score(),
              Wording.wordOrNone(m.rating()),
              Stream.concat(
                      m.recognitions().stream().map(ListSheets::decision),
                      m.exemplars().stream().map(e -> "tiêu biểu: " + decision(e)))
                  .collect(Collectors.joining("; ")),
              Wording.word(m.status())
                  + (m.late() ? "; đăng ký muộn" : "")
                  + (m.changedAfterReport() ? "; điều chỉnh sau báo cáo" : "")
                  + (m.note() == null ? "" : ": " + m.note())));
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
            "Số hộ, người hưởng lợi",
            "Điểm",
            "Xếp loại",
            "Quyết định công nhận",
            "Ghi chú"),
        rows);
  }

  private static String decision(Honour honour) {
    DocumentRef by = honour.decision();
    return by.number() + " (" + Shown.of(by.issuedOn()) + ")";
  }

  private static String beneficiaries(@Nullable Beneficiaries both) {
    return both == null ? "" : Wording.beneficiaries(both);
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
              ofFindings(
                  i,
                  f -> f.text() + " (" + Wording.word(f.severity()).toLowerCase(Locale.ROOT) + ")"),
              ofFindings(i, f -> Shown.of(f.dueOn())),
              ofFindings(i, ListSheets::remedy)));
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
            "Tồn tại",
            "Thời hạn khắc phục",
            "Kết quả khắc phục"),
        rows);
  }

  /** In the order of the findings, numbered where there are several. */
  private static String ofFindings(
      InspectionRow inspection, Function<InspectionRow.FindingRow, String> part) {
    List<InspectionRow.FindingRow> all = inspection.findings();
    return IntStream.range(0, all.size())
        .mapToObj(i -> (all.size() > 1 ? "(" + (i + 1) + ") " : "") + part.apply(all.get(i)))
        .collect(Collectors.joining("; "));
  }

  private static String remedy(InspectionRow.FindingRow finding) {
    return Wording.word(finding.state())
        + (finding.remediedOn() == null ? "" : " (" + Shown.of(finding.remediedOn()) + ")")
        + (finding.daysLate() == 0 ? "" : ", quá hạn " + finding.daysLate() + " ngày");
  }

  Sheet commendations() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<CommendationRow> all = new ArrayList<>(content.commendations());
    // Given in an earlier time and taken back in this one.
    content.revocations().stream().filter(c -> !all.contains(c)).forEach(all::add);
    for (CommendationRow c : all) {
      for (CommendationRow.RecipientRow r : c.recipients()) {
        rows.add(
            Arrays.asList(
                rows.size() + 1,
                words.name(r.name()),
                (r.position() == null ? "" : r.position() + ", ") + words.unit(r.unitCode()),
                c.title(),
                Wording.word(c.form()),
                c.decision().number(),
                c.decision().issuedOn(),
                c.decision().issuer(),
                Wording.word(c.basis())
                    + (c.periodFrom() == null ? "" : " " + c.periodFrom() + " - " + c.periodTo()),
                r.bonusVnd(),
                revoked(c)));
      }
    }
    return Sheet.of(
        "Biểu 05",
        "Biểu 05. Danh sách biểu dương, khen thưởng",
        List.of(
            "STT",
            "Tên tập thể, cá nhân",
            "Chức vụ, đơn vị",
            "Mô hình",
            "Hình thức",
            "Quyết định số",
            "Ngày",
            "Cơ quan quyết định",
            "Cơ sở",
            "Tiền thưởng (đồng)",
            "Ghi chú"),
        rows);
  }

  private static @Nullable String revoked(CommendationRow row) {
    DocumentRef by = row.revokedBy();
    return by == null
        ? null
        : "Hủy bỏ: "
            + by.number()
            + " ("
            + Shown.of(by.issuedOn())
            + ")"
            + (row.ground() == null
                ? ""
                : ", " + Wording.word(row.ground()).toLowerCase(Locale.ROOT));
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
