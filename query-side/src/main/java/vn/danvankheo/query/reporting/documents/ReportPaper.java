package vn.danvankheo.query.reporting.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportSection;
import vn.danvankheo.events.vocabulary.ReportText;
import vn.danvankheo.query.reporting.documents.Paper.Block;
import vn.danvankheo.query.reporting.domain.Figures;
import vn.danvankheo.query.reporting.domain.Report;
import vn.danvankheo.query.reporting.domain.ReportContent;

/** Writes a report: the sentences with figures by rule, the others as people wrote them. */
final class ReportPaper {
  private static final String BLANK = "…";

  private final ReportContent content;
  private final Map<ReportSection, String> texts = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  private ReportPaper(ReportContent content, List<ReportText> texts) {
    this.content = content;
    texts.forEach(text -> this.texts.put(text.section(), text.text()));
  }

  static Paper of(Report report, Function<PersonalText, String> words, Issue issue) {
    ReportPaper paper = new ReportPaper(report.content(), issue.texts());
    paper.write();
    LocalDate day = issue.issuedOn();
    return new Paper(
        paper.content.superiorName(),
        paper.content.unitName(),
        issue.number(),
        day == null ? "…, ngày … tháng … năm …" : "…, " + Shown.inWords(day),
        List.of("BÁO CÁO", "Kết quả thực hiện phong trào thi đua “Dân vận khéo” " + paper.period()),
        paper.blocks,
        issue.signerPosition(),
        new ReportSheets(paper.content, report.names(), words).all(),
        foot(issue));
  }

  private static List<String> foot(Issue issue) {
    List<String> foot = new ArrayList<>();
    foot.add("Mã số liệu: " + issue.digest());
    foot.add("Lập từ sự kiện đến vị trí " + issue.position() + " của nhật ký");
    if (issue.checkpoint() != null) {
      String[] lines = issue.checkpoint().split("\n", 4);
      foot.add(
          "Sổ cái: "
              + String.join(" · ", Arrays.asList(lines).subList(0, Math.min(3, lines.length))));
    }
    return foot;
  }

  private String period() {
    ReportScope scope = content.scope();
    return switch (scope.type()) {
      case MONTH -> "tháng " + scope.month() + " năm " + scope.year();
      case QUARTER -> "quý " + roman(scope.quarter()) + " năm " + scope.year();
      case MID_YEAR -> "6 tháng đầu năm " + scope.year();
      case YEAR -> "năm " + scope.year();
      case PERIOD -> "giai đoạn " + scope.year() + " - " + scope.toYear();
    };
  }

  private static String roman(@Nullable Integer quarter) {
    return quarter == null ? "" : List.of("I", "II", "III", "IV").get(quarter - 1);
  }

  private void write() {
    ReportContent.PlanRef plan = content.plan();
    String basis =
        plan == null || plan.document().number() == null
            ? ""
            : "Thực hiện Kế hoạch số " + plan.document().number() + ", ";
    say(
        basis
            + content.unitName()
            + " báo cáo kết quả thực hiện phong trào thi đua “Dân vận khéo” "
            + period()
            + " như sau (số liệu tính từ ngày "
            + Shown.of(content.scope().from())
            + " đến ngày "
            + Shown.of(content.scope().to())
            + "):");
    part("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN");
    written(ReportSection.LEADERSHIP);
    part("II. KẾT QUẢ THỰC HIỆN");
    results();
    part("III. ĐÁNH GIÁ CHUNG");
    section("1. Ưu điểm", ReportSection.STRENGTHS);
    section("2. Tồn tại, hạn chế", ReportSection.SHORTCOMINGS);
    section("3. Nguyên nhân", ReportSection.CAUSES);
    section("4. Bài học kinh nghiệm", ReportSection.LESSONS);
    part("IV. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI");
    written(ReportSection.TASKS_AHEAD);
    part("V. KIẾN NGHỊ, ĐỀ XUẤT");
    written(ReportSection.PROPOSALS);
    say(
        "Trên đây là báo cáo kết quả thực hiện phong trào thi đua “Dân vận khéo” "
            + period()
            + "./.");
  }

  private void results() {
    Figures now = content.totals();
    Figures then = content.comparison().asItWas().totals();
    blocks.add(new Block(2, "1. Đăng ký, xây dựng mô hình"));
    say(
        "Có %s mô hình được đăng ký (%s tập thể, %s cá nhân, %s hộ gia đình), so với cùng kỳ %s; trong đó đăng ký mới %s, duy trì %s, nhân rộng %s; đăng ký bổ sung sau thời hạn %s; dừng thực hiện %s; rút đăng ký %s.",
        now.registered().total(),
        now.registered().collective(),
        now.registered().individual(),
        now.registered().household(),
        Shown.change(now.registered().total(), then.registered().total()),
        now.fresh().total(),
        now.renewed().total(),
        now.replica().total(),
        now.late().total(),
        now.stopped().total(),
        now.withdrawn().total());
    blocks.add(new Block(2, "2. Duy trì, nhân rộng"));
    say(
        "Có %s mô hình được đơn vị khác nhân rộng, %s mô hình được đăng ký duy trì sang năm sau.",
        now.replicated().total(), now.renewedNext().total());
    blocks.add(new Block(2, "3. Kiểm tra, giám sát, đôn đốc"));
    say(
        "Đã kiểm tra %s mô hình; phát hiện %s tồn tại (%s nghiêm trọng), đã khắc phục và được xác nhận %s, còn %s quá hạn; %s lượt báo cáo tiến độ; %s lần đôn đốc.",
        now.inspected().total(),
        content.findings().total(),
        content.findings().major(),
        content.findings().confirmed(),
        content.findings().overdue(),
        content.activities().progressReports(),
        content.activities().reminders());
    blocks.add(new Block(2, "4. Công nhận, biểu dương, khen thưởng"));
    say(
        "Công nhận %s mô hình (%s tập thể, %s cá nhân, %s hộ gia đình), đạt %s số đăng ký, so với cùng kỳ %s; %s điển hình tiêu biểu; biểu dương, khen thưởng %s mô hình; không công nhận %s.",
        now.recognized().total(),
        now.recognized().collective(),
        now.recognized().individual(),
        now.recognized().household(),
        Shown.percent(now.recognized().total(), now.registered().total()),
        Shown.change(now.recognized().total(), then.recognized().total()),
        now.exemplars().total(),
        now.commended().total(),
        now.notRecognized().total());
    blocks.add(new Block(2, "5. Xếp loại công tác dân vận"));
    say("Kết quả xếp loại và căn cứ đề xuất của từng đơn vị nêu tại Biểu 07.");
  }

  private void part(String title) {
    blocks.add(new Block(1, title));
  }

  private void section(String title, ReportSection section) {
    blocks.add(new Block(2, title));
    written(section);
  }

  private void written(ReportSection section) {
    texts.getOrDefault(section, BLANK).lines().forEach(line -> blocks.add(new Block(0, line)));
  }

  private void say(String template, Object... values) {
    String text = template;
    for (Object value : values) {
      text = text.replaceFirst("%s", Shown.of(value).replace("$", "\\$"));
    }
    blocks.add(new Block(0, text));
  }

  /** What is told of its issue: much is blank while it is a draft. */
  record Issue(
      @Nullable String number,
      @Nullable LocalDate issuedOn,
      @Nullable String signerPosition,
      List<ReportText> texts,
      String digest,
      long position,
      @Nullable String checkpoint) {}
}
