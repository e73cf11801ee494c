package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportSection;
import vn.danvankheo.events.vocabulary.ReportText;
import vn.danvankheo.query.reporting.documents.Paper.Block;
import vn.danvankheo.query.reporting.documents.Paper.Sheet;
import vn.danvankheo.query.reporting.documents.Paper.Text;
import vn.danvankheo.query.reporting.domain.Report;
import vn.danvankheo.query.reporting.domain.ReportContent;

/** Writes a report: the sentences with figures by rule, the others as people wrote them. */
public final class ReportPaper {
  private static final String BLANK = "…";

  private final ReportContent content;
  private final Map<ReportSection, String> texts = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  private ReportPaper(ReportContent content, List<ReportText> texts) {
    this.content = content;
    texts.forEach(text -> this.texts.put(text.section(), text.text()));
  }

  /**
   * Prints an issued report.
   *
   * @param format as what
   * @param report what it says, as it comes out of the events
   * @param words opens the names in it
   * @param issued how it was issued
   * @param address where anyone can check it
   * @return the same bytes for the same report and address
   */
  public static byte[] print(
      PaperFormat format,
      Report report,
      Function<PersonalText, String> words,
      ReportState issued,
      String address) {
    ReportPaper paper = new ReportPaper(report.content(), issued.texts());
    List<Sheet> sheets = ReportSheets.of(report.content(), Wording.of(report, words));
    paper.write(sheets);
    return format.print(paper.paper(issued, sheets, address));
  }

  private Paper paper(ReportState issued, List<Sheet> sheets, String address) {
    String superior = content.superiorName();
    String place = PlaceName.of(content.unitName(), superior);
    String day = Shown.inWords(issued.issuedOn());
    return new Paper(
        new Paper.Head(superior, content.unitName(), "Số: " + issued.number(), place + ", " + day),
        List.of("BÁO CÁO", "Kết quả thực hiện phong trào thi đua “Dân vận khéo” " + period()),
        blocks,
        new Paper.Closing(
            null,
            new Paper.Signature(HtmlPaper.upper(issued.signerPosition()), null),
            superior == null
                ? List.of("- Lưu: VT.")
                : List.of("- " + superior + ";", "- Lưu: VT.")),
        sheets,
        "(Kèm theo Báo cáo số " + issued.number() + " " + day + " của " + content.unitName() + ")",
        foot(issued, address));
  }

  /** What proves it: the digest, and the signed tree that covers the events it came from. */
  private static Paper.Foot foot(ReportState issued, String address) {
    String digest = issued.digest();
    List<String> lines = new ArrayList<>();
    lines.add("Mã số liệu: " + digest);
    lines.add("Lập từ sự kiện đến vị trí " + issued.position() + " của nhật ký");
    String eachPage = "Mã số liệu " + digest.replaceFirst("sha256:(.{8})(.{8}).*", "$1 $2");
    if (issued.checkpoint() != null) {
      String[] signed = issued.checkpoint().split("\n", 4);
      lines.add("Sổ cái: " + String.join(" · ", Arrays.asList(signed).subList(0, 3)));
      eachPage += " · Sổ cái " + signed[1] + " mục, " + signed[2].substring(0, 12);
    }
    lines.add("Xác thực tại: " + address);
    return new Paper.Foot(lines, eachPage, address);
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

  private void write(List<Sheet> sheets) {
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
    blocks.addAll(ResultsText.of(content));
    part("III. ĐÁNH GIÁ CHUNG");
    section("1. Ưu điểm", ReportSection.STRENGTHS);
    section("2. Tồn tại, hạn chế", ReportSection.SHORTCOMINGS);
    section("3. Nguyên nhân", ReportSection.CAUSES);
    section("4. Bài học kinh nghiệm", ReportSection.LESSONS);
    part("IV. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI");
    written(ReportSection.TASKS_AHEAD);
    part("V. KIẾN NGHỊ, ĐỀ XUẤT");
    written(ReportSection.PROPOSALS);
    leftOut(sheets);
    say(
        "Trên đây là báo cáo kết quả thực hiện phong trào thi đua “Dân vận khéo” "
            + period()
            + "./.");
  }

  /** Who misses a table finds that it was left out for want of anything to tell. */
  private void leftOut(List<Sheet> sheets) {
    String titles =
        sheets.stream()
            .filter(sheet -> sheet.rows().isEmpty())
            .map(Sheet::title)
            .collect(Collectors.joining("; "));
    if (!titles.isEmpty()) {
      say("Không có số liệu phát sinh nên không kèm theo: " + titles + ".");
    }
  }

  private void part(String title) {
    blocks.add(new Text(1, title));
  }

  private void section(String title, ReportSection section) {
    blocks.add(new Text(2, title));
    written(section);
  }

  private void written(ReportSection section) {
    texts.getOrDefault(section, BLANK).lines().forEach(line -> blocks.add(new Text(0, line)));
  }

  private void say(String text) {
    blocks.add(new Text(0, text));
  }
}
