package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.LateRow;
import vn.danvankheo.query.reporting.domain.ModelChanges;
import vn.danvankheo.query.reporting.domain.ModelRow;
import vn.danvankheo.query.reporting.domain.ReportContent;
import vn.danvankheo.query.reporting.domain.UnitRatingRow;

/** What is to be acted upon: ratings (Biểu 07), what is late, what has changed. */
final class FollowUpSheets {
  private final ReportContent content;
  private final Wording words;

  FollowUpSheets(ReportContent content, Wording words) {
    this.content = content;
    this.words = words;
  }

  Sheet ratings() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (UnitRatingRow r : content.unitRatings()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              words.unit(r.unitCode()),
              r.registered(),
              r.required(),
              r.registeredLate(),
              r.progressOverdue(),
              r.inspected(),
              r.recognized(),
              r.bestScore(),
              r.meanScore(),
              r.findingsOpen(),
              r.findingsOverdue(),
              r.exemplars(),
              r.commended(),
              r.replicated(),
              Wording.wordOrNone(r.rating()),
              r.decision() == null ? null : r.decision().number(),
              Wording.wordOrNone(r.previousRating())));
    }
    return Sheet.of(
        "Biểu 07",
        "Biểu 07. Xếp loại công tác dân vận của đơn vị",
        List.of(
            "STT",
            "Đơn vị",
            "Đăng ký",
            "Chỉ tiêu tối thiểu",
            "Đăng ký muộn",
            "Báo cáo tiến độ quá hạn",
            "Được kiểm tra",
            "Công nhận",
            "Điểm cao nhất",
            "Điểm trung bình",
            "Tồn tại chưa xong",
            "Tồn tại quá hạn",
            "Tiêu biểu",
            "Khen thưởng",
            "Được nhân rộng",
            "Xếp loại",
            "Quyết định",
            "Năm trước"),
        rows);
  }

  Sheet late() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LateRow r : content.late()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              r.title(),
              words.unit(r.unitCode()),
              Integer.toString(r.year()),
              Wording.word(r.kind()),
              r.dueOn(),
              r.daysLate() == 0 ? null : r.daysLate()));
    }
    return Sheet.of(
        "Chậm hạn",
        "Danh sách nội dung chậm, quá hạn",
        List.of("STT", "Mô hình", "Đơn vị", "Năm", "Nội dung", "Hạn", "Số ngày quá hạn"),
        rows);
  }

  Sheet changedAfterReport() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    content.models().stream()
        .filter(ModelRow::changedAfterReport)
        .forEach(
            m ->
                rows.add(
                    Arrays.asList(
                        rows.size() + 1,
                        m.code(),
                        m.title(),
                        words.unit(m.unitCode()),
                        Integer.toString(m.year()))));
    return Sheet.of(
        "Điều chỉnh",
        "Danh sách mô hình điều chỉnh sau báo cáo",
        List.of("STT", "Mã đăng ký", "Mô hình", "Đơn vị", "Năm"),
        rows);
  }

  Sheet changes() {
    FactWords facts = new FactWords(words);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ModelChanges m : content.changes()) {
      for (ModelChanges.Change c : m.changes()) {
        rows.add(
            Arrays.asList(
                rows.size() + 1,
                m.title(),
                words.unit(m.unitCode()),
                Integer.toString(m.year()),
                FactWords.fact(c),
                facts.before(c),
                facts.now(c)));
      }
    }
    ReportContent.PreviousIssue previous = content.previousIssue();
    return Sheet.of(
        "Thay đổi",
        previous == null
            ? "Thay đổi so với báo cáo trước (chưa có báo cáo nào)"
            : "Thay đổi so với Báo cáo số " + previous.number(),
        List.of("STT", "Mô hình", "Đơn vị", "Năm", "Nội dung", "Trước", "Nay"),
        rows);
  }
}
