package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.query.reporting.documents.Paper.Text;
import vn.danvankheo.query.reporting.domain.DocumentRef;
import vn.danvankheo.query.reporting.domain.Figures;
import vn.danvankheo.query.reporting.domain.ModelRow;
import vn.danvankheo.query.reporting.domain.ReportContent;
import vn.danvankheo.query.reporting.domain.Tally;
import vn.danvankheo.query.reporting.domain.UnitRatingRow;

/** The part of a report that is written by rule: all its sentences have figures in them. */
final class ResultsText {
  private final ReportContent content;
  private final Figures now;
  private final List<Text> texts = new ArrayList<>();

  private ResultsText(ReportContent content) {
    this.content = content;
    this.now = content.totals();
  }

  static List<Text> of(ReportContent content) {
    ResultsText text = new ResultsText(content);
    text.registered();
    text.keptUp();
    text.inspected();
    text.honoured();
    text.rated();
    return text.texts;
  }

  private void registered() {
    title("1. Đăng ký, xây dựng mô hình");
    if (isNone(now.registered(), now.withdrawn())) {
      say("Không có mô hình được đăng ký; so với cùng kỳ %s.", change(Figures::registered));
      return;
    }
    say(
        "Có %s mô hình được đăng ký (%s)%s, so với cùng kỳ %s; trong đó đăng ký mới %s, duy trì %s, nhân rộng %s; đã phê duyệt %s; đăng ký bổ sung sau thời hạn %s; dừng thực hiện %s; rút đăng ký %s; điều chỉnh sau báo cáo %s.",
        now.registered().total(),
        kinds(now.registered()),
        inRange(),
        change(Figures::registered),
        now.fresh().total(),
        now.renewed().total(),
        now.replica().total(),
        now.approved().total(),
        now.late().total(),
        now.stopped().total(),
        now.withdrawn().total(),
        now.changedAfterReport().total());
    int no = 0;
    for (ReportContent.FieldFigures field : content.byField()) {
      Figures figures = field.figures();
      say(
          "(%s) %s: đăng ký %s mô hình (%s), công nhận %s, điển hình tiêu biểu %s, khen thưởng %s.",
          ++no,
          Wording.word(field.field()),
          figures.registered().total(),
          kinds(figures.registered()),
          figures.recognized().total(),
          figures.exemplars().total(),
          figures.commended().total());
    }
  }

  /** What a report on a part of a year has new, beside all of the year so far. */
  private String inRange() {
    ReportType type = content.scope().type();
    return type == ReportType.MONTH || type == ReportType.QUARTER
        ? ", riêng trong kỳ " + Shown.of(now.registeredInRange().total())
        : "";
  }

  private void keptUp() {
    title("2. Duy trì, nhân rộng");
    if (isNone(now.replicated(), now.renewedNext())) {
      say("Không có mô hình được đơn vị khác nhân rộng hoặc được đăng ký duy trì sang năm sau.");
      return;
    }
    say(
        "Có %s mô hình được đơn vị khác nhân rộng, %s mô hình được đăng ký duy trì sang năm sau.",
        now.replicated().total(), now.renewedNext().total());
  }

  private void inspected() {
    title("3. Kiểm tra, giám sát, đôn đốc");
    ReportContent.Activities done = content.activities();
    if (isNone(now.inspected())
        && done.inspections().stream().allMatch(kind -> kind.count() == 0)
        && content.findings().total() == 0) {
      say("Không có mô hình được kiểm tra.");
    } else {
      inspections();
    }
    say(
        "Có %s lượt báo cáo tiến độ, %s phiếu được trả lại để bổ sung, %s lần đôn đốc; %s nội dung chậm, quá hạn%s.",
        done.progressReports(),
        done.returned(),
        done.reminders(),
        content.late().size(),
        content.late().isEmpty() ? "" : " (danh sách kèm theo)");
  }

  private void inspections() {
    StringJoiner kinds = new StringJoiner(", ");
    content
        .activities()
        .inspections()
        .forEach(
            kind ->
                kinds.add(
                    VietnameseText.lowerFirst(Wording.word(kind.kind())) + " " + kind.count()));
    ReportContent.Findings found = content.findings();
    say(
        "Đã kiểm tra %s mô hình (số lần: %s); phát hiện %s tồn tại (%s nghiêm trọng): đã khắc phục và được xác nhận %s, đã khắc phục, chờ xác nhận %s, chưa khắc phục %s, trong đó quá hạn %s.",
        now.inspected().total(),
        kinds,
        found.total(),
        found.major(),
        found.confirmed(),
        found.remedied(),
        found.open(),
        found.overdue());
  }

  private void honoured() {
    title("4. Công nhận, biểu dương, khen thưởng");
    if (isNone(now.recognized(), now.notRecognized(), now.exemplars(), now.commended())
        && content.byForm().stream().allMatch(form -> isNone(form.recipients()))
        && content.revocations().isEmpty()) {
      say(
          "Không có mô hình được công nhận, biểu dương, khen thưởng; công nhận so với cùng kỳ %s.",
          change(Figures::recognized));
      return;
    }
    say(
        "Công nhận %s mô hình (%s), đạt %s số đăng ký, so với cùng kỳ %s%s; không công nhận %s.",
        now.recognized().total(),
        kinds(now.recognized()),
        Shown.percent(now.recognized().total(), now.registered().total()),
        change(Figures::recognized),
        levels(ReportContent.LevelFigures::recognized),
        now.notRecognized().total());
    say(
        "Điển hình tiêu biểu: %s mô hình%s%s.",
        now.exemplars().total(), levels(ReportContent.LevelFigures::exemplars), exemplars());
    StringJoiner forms = new StringJoiner("; ");
    content.byForm().stream()
        .filter(form -> form.recipients().total() > 0)
        .forEach(form -> forms.add(Wording.word(form.form()) + ": " + kinds(form.recipients())));
    say(
        "Có %s mô hình của kỳ này được biểu dương, khen thưởng; theo các quyết định trong kỳ đã trao: %s; thu hồi %s.",
        now.commended().total(), forms.setEmptyValue("không có"), content.revocations().size());
  }

  /** The titles of those that are exemplars by a decision of the range. */
  private String exemplars() {
    StringJoiner titles = new StringJoiner("; ", ": ", "").setEmptyValue("");
    content.models().stream()
        .filter(model -> model.exemplars().stream().anyMatch(e -> isInRange(e.decision())))
        .map(ModelRow::title)
        .distinct()
        .forEach(titles::add);
    return titles.toString();
  }

  private boolean isInRange(DocumentRef decision) {
    return decision.issuedOn() != null
        && !decision.issuedOn().isBefore(content.scope().from())
        && !decision.issuedOn().isAfter(content.scope().to());
  }

  private String levels(Function<ReportContent.LevelFigures, Tally> figure) {
    StringJoiner levels = new StringJoiner(", ", " (", ")").setEmptyValue("");
    content.byLevel().stream()
        .filter(level -> figure.apply(level).total() > 0)
        .forEach(
            level ->
                levels.add(
                    VietnameseText.lowerFirst(Wording.word(level.level()))
                        + " "
                        + figure.apply(level).total()));
    return levels.toString();
  }

  private void rated() {
    title("5. Xếp loại công tác dân vận");
    if (content.unitRatings().isEmpty()) {
      say("Không có đơn vị được xếp loại.");
      return;
    }
    Map<Rating, Integer> counts = new EnumMap<>(Rating.class);
    content.unitRatings().stream()
        .map(UnitRatingRow::rating)
        .filter(Objects::nonNull)
        .forEach(rating -> counts.merge(rating, 1, Integer::sum));
    int rated = counts.values().stream().mapToInt(Integer::intValue).sum();
    StringJoiner classes = new StringJoiner(", ", ": ", "").setEmptyValue("");
    counts.forEach(
        (rating, count) ->
            classes.add(VietnameseText.lowerFirst(Wording.word(rating)) + " " + count));
    say(
        "Đã xếp loại %s/%s đơn vị%s. Căn cứ đề xuất của từng đơn vị nêu tại Biểu 07.",
        rated, content.unitRatings().size(), classes);
  }

  /** Against the same time before: one word where both readings agree, else both. */
  private String change(Function<Figures, Tally> figure) {
    int total = figure.apply(now).total();
    String then =
        Shown.change(total, figure.apply(content.comparison().asItWas().totals()).total());
    String today =
        Shown.change(total, figure.apply(content.comparison().byTodaysUnits().totals()).total());
    return then.equals(today)
        ? then
        : then + " (theo thực tế khi đó), " + today + " (theo đơn vị hiện nay)";
  }

  private static boolean isNone(Tally... tallies) {
    return Stream.of(tallies).allMatch(tally -> tally.total() == 0);
  }

  private static String kinds(Tally tally) {
    return Shown.of(tally.collective())
        + " tập thể, "
        + Shown.of(tally.individual())
        + " cá nhân, "
        + Shown.of(tally.household())
        + " hộ gia đình";
  }

  private void title(String title) {
    texts.add(new Text(2, title));
  }

  private void say(String template, Object... values) {
    Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = values[i] instanceof StringJoiner joiner ? joiner : Shown.of(values[i]);
    }
    texts.add(new Text(0, template.formatted(shown)));
  }
}
