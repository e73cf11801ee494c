package vn.danvankheo.query.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.danvankheo.query.reporting.documents.HtmlText;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/** What the code on a printed report leads to, for people: no script, nothing from elsewhere. */
final class VerificationPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final String STYLE =
      """
      body{font-family:'Times New Roman','Liberation Serif',serif;font-size:1.1rem;line-height:1.5;max-width:46rem;margin:1rem auto;padding:0 1rem;color:#000}
      h1{font-size:1.4rem}h2{font-size:1.15rem}dt{font-weight:bold;margin-top:.6rem}dd{margin:0}
      code,pre{font-size:.9rem;overflow-wrap:anywhere;white-space:pre-wrap}.note{border-left:.3rem solid #b45309;padding-left:.7rem}
      """;
  private static final int STEPS = 4;

  private final PublicReport report;
  private final Language language;
  private final StringBuilder html = new StringBuilder(8_000);

  private VerificationPage(PublicReport report, Language language) {
    this.report = report;
    this.language = language;
  }

  static String of(PublicReport report, Language language) {
    return new VerificationPage(report, language).write();
  }

  private String write() {
    html.append("<!DOCTYPE html>\n<html lang=\"");
    html.append(language.name().toLowerCase(Locale.ROOT))
        .append("\"><head><meta charset=\"UTF-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    html.append(word("title")).append("</title><style>").append(STYLE).append("</style></head>");
    html.append("<body><h1>").append(word("title")).append("</h1>");
    if (report.supersededBy() != null) {
      html.append("<p class=\"note\">")
          .append(word("superseded").formatted(text(report.supersededBy())));
      html.append("</p>");
    }
    String unit = report.unitName() == null ? report.unitCode() : report.unitName();
    html.append("<dl>");
    row("number", text(report.number()));
    row("issuedOn", day(report.issuedOn()));
    row("unit", text(unit));
    row("about", text(Labels.of("ReportType." + report.scope().type().name(), language)));
    row("range", day(report.scope().from()) + " – " + day(report.scope().to()));
    row("digest", "<code>" + text(report.digest()) + "</code>");
    row("position", Long.toString(report.position()));
    if (report.checkpoint() != null) {
      row("checkpoint", "<pre>" + text(report.checkpoint()) + "</pre>");
    }
    html.append("</dl><h2>").append(word("how")).append("</h2><ol>");
    for (int step = 1; step <= STEPS; step++) {
      html.append("<li>").append(word("step" + step)).append("</li>");
    }
    return html.append("</ol></body></html>\n").toString();
  }

  private void row(String key, String value) {
    html.append("<dt>").append(word(key)).append("</dt><dd>").append(value).append("</dd>");
  }

  private String word(String key) {
    return Labels.of("checkReport." + key, language);
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String text(String value) {
    return HtmlText.escaped(value);
  }
}
