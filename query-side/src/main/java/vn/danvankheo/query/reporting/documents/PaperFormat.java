package vn.danvankheo.query.reporting.documents;

import java.nio.charset.StandardCharsets;

/** What a paper can be printed as. */
public enum PaperFormat {
  HTML("text/html;charset=UTF-8"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("application/pdf");

  private final String mediaType;

  PaperFormat(String mediaType) {
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

  /** The same bytes for the same paper. */
  byte[] print(Paper paper) {
    return switch (this) {
      case HTML -> HtmlPaper.of(paper).getBytes(StandardCharsets.UTF_8);
      case DOCX -> DocxPaper.of(paper);
      case XLSX -> XlsxPaper.of(paper);
      case PDF -> PdfPaper.of(paper);
    };
  }
}
