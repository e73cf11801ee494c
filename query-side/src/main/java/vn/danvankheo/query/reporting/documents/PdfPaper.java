package vn.danvankheo.query.reporting.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A paper as PDF, its font embedded. Nothing in it tells when or where it was made. */
final class PdfPaper {
  private static final String FONT = "/liberation/LiberationSerif-";

  static {
    // Every step of every page is an INFO to it, on a console of its own.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private PdfPaper() {}

  static byte[] of(Paper paper) {
    PDDocument made = new PDDocument();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(made);
    builder.withHtmlContent(HtmlPaper.of(paper), null);
    builder.useSVGDrawer(new SvgRectangles());
    builder.useUnicodeLineBreaker(new WordBreaks());
    font(builder, made, "Regular", 400, FontStyle.NORMAL);
    font(builder, made, "Bold", 700, FontStyle.NORMAL);
    font(builder, made, "Italic", 400, FontStyle.ITALIC);
    font(builder, made, "BoldItalic", 700, FontStyle.ITALIC);
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

  private static void font(
      PdfRendererBuilder builder, PDDocument document, String face, int weight, FontStyle style) {
    builder.useFont(new Face(document, face), "Liberation Serif", weight, style, true);
  }

  /**
   * One of the font's faces, without its ligatures: looking for them took most of a paper's time.
   */
  private static final class Face extends PDFontSupplier {
    private final PDDocument document;
    private final String name;

    Face(PDDocument document, String name) {
      super(null);
      this.document = document;
      this.name = name;
    }

    @Override
    public PDFont supply() {
      try (InputStream file = PdfPaper.class.getResourceAsStream(FONT + name + ".ttf")) {
        TrueTypeFont font =
            new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
