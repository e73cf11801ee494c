package vn.danvankheo.query.reporting.documents;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How papers look on A4, as Decree 30/2020/NĐ-CP asks. */
final class HtmlStyle {
  /** Takes the foot of each page, as the text of a CSS string. */
  static final String OF_PAGES =
      """
      @page { size: A4 portrait; margin: 20mm 20mm 20mm 30mm;
        @top-center { content: counter(page); font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 13pt }
        @bottom-left { content: '%1$s'; font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 8pt } }
      @page :first { @top-center { content: '' } }
      @page wide { size: A4 landscape; margin: 20mm 15mm 20mm 20mm;
        @top-center { content: counter(page); font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 13pt }
        @bottom-left { content: '%1$s'; font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 8pt } }
      """;

  static final String OF_ALL =
      """
      body { font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 14pt; line-height: 1.2; color: #000; margin: 0 }
      @media screen { body { max-width: 297mm; margin: 10mm auto; padding: 0 5mm } .text { max-width: 160mm; margin: 0 auto } }
      .rows { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; margin-bottom: 8pt }
      .rows th, .rows td { border: 1px solid #000; font-size: 10pt; padding: 2pt 3pt; vertical-align: top; line-height: 1.1; word-wrap: break-word }
      .rows th { font-size: 9pt; vertical-align: middle; text-align: center } .rows tr { page-break-inside: avoid } .rows thead { page-break-after: avoid }
      .rows .n { text-align: right } .none { text-align: center; font-style: italic }
      .rows .end { border: 0; padding: 0; font-size: 14pt; line-height: 1.2 } .last { page-break-inside: avoid }
      .head, .sign { width: 100%; border-collapse: collapse; table-layout: fixed }
      .head td, .sign td { border: 0; text-align: center; vertical-align: top; padding: 0; font-size: inherit; line-height: 1.2 }
      .head .left { width: 68mm; font-size: 12pt } .head .right { font-size: 13pt } .nation { font-size: 12pt; white-space: nowrap }
      .head .no td { padding-top: 4pt; font-size: 13pt }
      .rule { border-top: 1px solid #000; height: 1px; margin: 2pt auto 0 auto }
      .short { width: 25mm } .motto { width: 58mm }
      .title { text-align: center; font-weight: bold; margin: 0 } .titles { margin: 14pt 0 12pt 0 }
      h1, h2 { font-size: 14pt; margin: 6pt 0 6pt 0; text-indent: 10mm; page-break-after: avoid }
      p { text-align: justify; text-indent: 10mm; margin: 0 0 6pt 0 }
      .sheet { page: wide; page-break-before: always; -fs-page-sequence: start; width: 261mm } svg { display: inline-block; vertical-align: middle }
      h3 { text-align: center; font-size: 14pt; margin: 0 } .attached { text-align: center; text-indent: 0; font-style: italic }
      .sign { margin-top: 12pt; page-break-inside: avoid } .sheet .sign { margin-top: 6pt } .sign td { width: 50% } .sign b { display: block } .sign .how { font-style: italic; font-size: 13pt }
      .sign .room { height: 60pt } .sheet .sign { font-size: 12pt } .sheet .sign .how { font-size: 11pt }
      .sign .to { text-align: left; font-size: 11pt; line-height: 1.15 } .to b { font-size: 12pt; font-style: italic }
      .foot { margin-top: 10pt; border-top: 1px solid #000; width: 100%; page-break-inside: avoid; border-collapse: collapse }
      .foot td { border: 0; font-size: 9pt; padding: 4pt 4pt 0 0; vertical-align: middle; word-wrap: break-word; line-height: 1.2 } .foot .qr { width: 92px }
      .kept { page-break-after: avoid } .charts { width: 100%; border-collapse: collapse; table-layout: fixed; page-break-inside: avoid } .charts td { border: 0; vertical-align: top; padding: 0 }
      .chart { border-collapse: collapse; margin: 8pt 0 8pt 0; page-break-inside: avoid; width: 100% } .chart td { border: 0; font-size: 10pt; padding: 1pt 6pt 1pt 0; vertical-align: middle; line-height: 1.1 }
      .chart .label { width: 38%; text-align: right } .chart .of { font-weight: bold; padding-bottom: 4pt }
      """;

  /** A medium that no browser lacks and that is none to what makes our PDF. */
  static final String BROWSERS = "print and (min-width: 1px)";

  private static final String OF_SHEET =
      """
      @page s%1$d { size: A4 landscape; margin: 20mm 15mm 20mm 20mm; counter-increment: s%1$d;
        @top-center { content: counter(s%1$d) } } #s%1$d { page: s%1$d }
      """;

  private HtmlStyle() {}

  static String with(String eachPage) {
    return OF_PAGES.formatted(eachPage.replace("\\", "").replace("'", "")) + OF_ALL;
  }

  /** More for browsers alone, which count the pages of each appendix by a counter of its own. */
  static String ofSheets(int sheets) {
    return IntStream.range(0, sheets)
        .mapToObj(sheet -> OF_SHEET.formatted(sheet))
        .collect(Collectors.joining());
  }
}
