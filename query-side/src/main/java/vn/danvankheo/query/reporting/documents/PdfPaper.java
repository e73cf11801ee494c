package vn.danvankheo.query.reporting.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A paper as PDF, its font embedded. Nothing in it tells when or where it was made. */
final class PdfPaper {
  private static final String FONT = "/liberation/LiberationSerif-";

  static {
    // Every step of every page is an INFO to it, on a console of its own.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private PdfPaper() {}

  static byte[] of(Paper paper) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(HtmlPaper.of(paper), null);
    builder.useSVGDrawer(new SvgRectangles());
    builder.useUnicodeLineBreaker(new WordBreaks());
    font(builder, "Regular", 400, FontStyle.NORMAL);
    font(builder, "Bold", 700, FontStyle.NORMAL);
    font(builder, "Italic", 400, FontStyle.ITALIC);
    font(builder, "BoldItalic", 700, FontStyle.ITALIC);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      try (PDDocument document = renderer.getPdfDocument()) {
        return bytes(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    document.setDocumentInformation(new PDDocumentInformation());
    document.getDocumentCatalog().setMetadata(null);
    document.setDocumentId(0L);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
    builder.useFont(
        () -> PdfPaper.class.getResourceAsStream(FONT + face + ".ttf"),
        "Liberation Serif",
        weight,
        style,
        true);
  }
}
