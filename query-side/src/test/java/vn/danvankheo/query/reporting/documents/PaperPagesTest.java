package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pages begin in a PDF. */
class PaperPagesTest {
  /** With 23 to 25 lines before it the heading alone fits on the page. */
  @ParameterizedTest
  @ValueSource(ints = {22, 23, 24, 25, 26})
  void aTablesHeadingStandsOnThePageOfItsFirstRow(int linesBefore) throws Exception {
    List<Paper.Block> blocks = new ArrayList<>();
    for (int no = 0; no < linesBefore; no++) {
      blocks.add(new Paper.Text(0, "Dòng"));
    }
    blocks.add(new Paper.Text(0, "Danh sách:"));
    String row = "FIRSTROW " + "một hai ba bốn năm sáu bảy tám chín mười ".repeat(12);
    blocks.add(
        new Paper.Table(
            Paper.Sheet.of("", "", List.of("STT", "HEADING"), List.of(List.of(1, row)))));
    blocks.add(new Paper.Text(0, "Hết./."));
    Paper paper =
        new Paper(
            new Paper.Head(null, "Văn phòng", "Số: 1/BC-VP", "Bắc Kạn"),
            List.of("BÁO CÁO"),
            blocks,
            new Paper.Closing(null, new Paper.Signature("CHÁNH VĂN PHÒNG", null), List.of()),
            List.of(),
            "",
            Paper.Foot.NONE);
    try (PDDocument printed = Loader.loadPDF(PaperFormat.PDF.print(paper))) {
      assertThat(pageOf("HEADING", printed)).isPositive().isEqualTo(pageOf("FIRSTROW", printed));
    }
  }

  /** The first page with a word; 0 when there is none. */
  private static int pageOf(String word, PDDocument printed) throws Exception {
    PDFTextStripper text = new PDFTextStripper();
    for (int page = 1; page <= printed.getNumberOfPages(); page++) {
      text.setStartPage(page);
      text.setEndPage(page);
      if (text.getText(printed).contains(word)) {
        return page;
      }
    }
    return 0;
  }
}
