package vn.danvankheo.query.reporting.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.Exemplar;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Recognition;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Recipient;

/** The list that goes with a decision, DANH SÁCH kèm theo Quyết định. */
public final class DecisionListPaper {
  /**
   * What tells a decision from all others.
   *
   * @param number number and symbol
   * @param issuedOn its day
   * @param issuer who issued it
   */
  public record Key(String number, LocalDate issuedOn, String issuer) {
    boolean is(Decision decision) {
      return decision.number().equals(number)
          && decision.issuedOn().equals(issuedOn)
          && decision.issuer().equals(issuer);
    }

    /**
     * How often a model is honoured by it.
     *
     * @param model the model
     * @return zero or more
     */
    public long count(ModelState model) {
      return decisions(model).count();
    }

    /**
     * The decision as it was recorded with a model, once for each honour.
     *
     * @param model the model
     * @return none when it is not honoured by it
     */
    public Stream<Decision> decisions(ModelState model) {
      return model.terms().stream().flatMap(Term::decisions).filter(this::is);
    }
  }

  private final Key key;
  private final Decision decision;
  private final UnitNames units;
  private final List<List<@Nullable Object>> honours = new ArrayList<>();
  private final List<List<@Nullable Object>> awards = new ArrayList<>();

  private DecisionListPaper(Key key, Decision decision, UnitNames units) {
    this.key = key;
    this.decision = decision;
    this.units = units;
  }

  /**
   * Prints the list.
   *
   * @param format as what
   * @param key which decision
   * @param decision the same as it was recorded
   * @param models the models as they stood when it was recorded, in the list's order, names opened
   * @param units names on the decision's day
   * @return the same bytes for the same decision
   */
  public static byte[] print(
      PaperFormat format, Key key, Decision decision, List<ModelState> models, UnitNames units) {
    DecisionListPaper paper = new DecisionListPaper(key, decision, units);
    models.forEach(paper::add);
    return format.print(paper.paper());
  }

  private void add(ModelState model) {
    for (Term term : model.terms()) {
      for (Recognition each : term.recognitions()) {
        addHonour(model, term, each.decision(), Wording.word(each.level()));
      }
      for (Exemplar each : term.exemplars()) {
        addHonour(
            model, term, each.decision(), "Điển hình tiêu biểu " + Wording.word(each.level()));
      }
      for (Commendation each : term.commendations()) {
        if (key.is(each.decision())) {
          each.recipients().forEach(recipient -> addAward(model, each, recipient));
        }
      }
    }
  }

  private void addHonour(ModelState model, Term term, Decision by, String level) {
    if (!key.is(by)) {
      return;
    }
    ModelForm form = model.form();
    honours.add(
        Arrays.asList(
            honours.size() + 1,
            form.title(),
            form.subjectName() == null ? null : form.subjectName().text(),
            units.name(form.unitCode()),
            Wording.wordOrNone(form.field()),
            level,
            Integer.toString(term.year())));
  }

  private void addAward(ModelState model, Commendation commendation, Recipient recipient) {
    String unit = units.name(recipient.unitCode());
    awards.add(
        Arrays.asList(
            awards.size() + 1,
            recipient.name().text(),
            recipient.position() == null ? unit : recipient.position() + ", " + unit,
            model.form().title(),
            Wording.word(commendation.form()),
            commendation.merit(),
            recipient.bonusVnd()));
  }

  private Paper paper() {
    List<Paper.Block> blocks = new ArrayList<>();
    boolean both = !honours.isEmpty() && !awards.isEmpty();
    if (both) {
      blocks.add(new Paper.Text(2, "1. Công nhận mô hình, điển hình"));
    }
    if (!honours.isEmpty()) {
      blocks.add(
          table(
              honours,
              "Tên mô hình",
              "Tập thể, cá nhân, hộ",
              "Đơn vị",
              "Lĩnh vực",
              "Cấp công nhận",
              "Năm"));
    }
    if (both) {
      blocks.add(new Paper.Text(2, "2. Biểu dương, khen thưởng"));
    }
    if (!awards.isEmpty()) {
      blocks.add(
          table(
              awards,
              "Tập thể, cá nhân, hộ",
              "Chức vụ, đơn vị",
              "Mô hình",
              "Hình thức",
              "Thành tích",
              "Tiền thưởng (đồng)"));
    }
    blocks.add(
        new Paper.Text(
            0, "Danh sách này có " + (honours.size() + awards.size()) + " trường hợp./."));
    String attached =
        "(Kèm theo Quyết định số "
            + (decision.number() + " " + Shown.inWords(decision.issuedOn()))
            + (" của " + decision.issuer() + ")");
    return new Paper(
        new Paper.Head(null, decision.issuer(), null, null),
        List.of("DANH SÁCH", title(), attached),
        blocks,
        new Paper.Closing(
            null, new Paper.Signature(HtmlPaper.upper(decision.signerPosition()), null), List.of()),
        List.of(),
        "",
        Paper.Foot.NONE);
  }

  private String title() {
    if (awards.isEmpty()) {
      return "Công nhận mô hình, điển hình “Dân vận khéo”";
    }
    return (honours.isEmpty() ? "Biểu dương" : "Công nhận, biểu dương")
        + ", khen thưởng trong phong trào thi đua “Dân vận khéo”";
  }

  private static Paper.Table table(List<List<@Nullable Object>> rows, String... columns) {
    List<String> headings = new ArrayList<>(List.of("STT"));
    headings.addAll(List.of(columns));
    return new Paper.Table(Paper.Sheet.of("", "", headings, rows));
  }
}
