package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.domain.LateRow;
import vn.danvankheo.query.reporting.domain.ModelChanges;
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
              r.recognized(),
              r.meanScore(),
              r.findingsOverdue(),
              r.exemplars(),
              r.commended(),
              Wording.wordOrNone(r.rating()),
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
            "Công nhận",
            "Điểm trung bình",
            "Tồn tại quá hạn",
            "Tiêu biểu",
            "Khen thưởng",
            "Xếp loại",
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
