package vn.danvankheo.query.serving;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.danvankheo.web.endpoint.Accept;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.table.CsvTableWriter;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.TableWriter;
import vn.danvankheo.web.table.XlsxTableWriter;

/** What a list can be answered as, by the request's {@code Accept}. */
public enum ListFormat {
  /** The usual one. */
  JSON("application/json"),
  /** Text with commas. */
  CSV("text/csv"),
  /** A workbook. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  ListFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * Everything but the usual one.
   *
   * @return media types
   */
  public static String[] tables() {
    return new String[] {CSV.mediaType, XLSX.mediaType};
  }

  /**
   * What the caller likes best.
   *
   * @param exchange the request
   * @return JSON when it does not say
   * @throws vn.danvankheo.web.problem.ProblemException 406 when it takes none of them
   */
  public static ListFormat of(Exchange exchange) {
    exchange.response().addHeader("Vary", "Accept");
    List<String> offered = Arrays.stream(values()).map(ListFormat::mediaType).toList();
    return Accept.best(exchange.header("Accept"), offered)
        .map(type -> values()[offered.indexOf(type)])
        .orElseThrow(() -> ProblemCode.NOT_ACCEPTABLE.problem().exception());
  }

  /**
   * The media type of the answer.
   *
   * @return without parameters
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Begins a table for download.
   *
   * @param exchange the request
   * @param name of the file, ASCII, without its ending
   * @param columns its columns
   * @return takes the rows; to be closed
   * @throws IOException when the caller is gone
   */
  public TableWriter table(Exchange exchange, String name, List<TableColumn> columns)
      throws IOException {
    exchange.response().setStatus(200);
    exchange.response().setContentType(this == CSV ? mediaType + ";charset=UTF-8" : mediaType);
    exchange
        .response()
        .setHeader(
            "Content-Disposition",
            "attachment; filename=\"" + name + "." + name().toLowerCase(Locale.ROOT) + "\"");
    return this == CSV
        ? new CsvTableWriter(exchange.response().getOutputStream(), columns)
        : new XlsxTableWriter(exchange.response().getOutputStream(), name, columns);
  }

  /**
   * A column of a table.
   *
   * @param name what the bundles call it
   * @param kind what its cells hold
   * @param width in characters
   * @param language of its heading
   * @return the column
   */
  public static TableColumn column(
      String name, TableColumn.Kind kind, int width, Language language) {
    return new TableColumn(Labels.of("column." + name, language), kind, width);
  }
}
