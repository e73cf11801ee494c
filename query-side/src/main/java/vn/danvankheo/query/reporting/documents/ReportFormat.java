package vn.danvankheo.query.reporting.documents;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.reporting.domain.Report;

/** What a report can be printed as. */
public enum ReportFormat {
  HTML("text/html;charset=UTF-8"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("application/pdf");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * The media type of the answer.
   *
   * @return with its charset where it is text
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Prints an issued report.
   *
   * @param report what it says, as it comes out of the events
   * @param words opens the names in it
   * @param issued how it was issued
   * @return the same bytes for the same report
   */
  public byte[] print(Report report, Function<PersonalText, String> words, ReportState issued) {
    Paper paper =
        ReportPaper.of(
            report,
            words,
            new ReportPaper.Issue(
                issued.number(),
                issued.issuedOn(),
                issued.signerPosition(),
                issued.texts(),
                issued.digest(),
                issued.position(),
                issued.checkpoint()));
    return switch (this) {
      case HTML -> HtmlPaper.of(paper).getBytes(StandardCharsets.UTF_8);
      case DOCX -> DocxPaper.of(paper);
      case XLSX -> XlsxPaper.of(paper);
      case PDF -> PdfPaper.of(paper);
    };
  }
}
