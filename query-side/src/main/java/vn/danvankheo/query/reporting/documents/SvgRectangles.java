package vn.danvankheo.query.reporting.documents;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Puts a {@link Drawing} on a page of PDF: as paths of the page itself, with no library of SVG. */
final class SvgRectangles implements SVGDrawer {
  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    return new Image(svg, dotsPerPixel);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // There is no text in it.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // There is no text in it.
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  private record Image(Element svg, double scale) implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return dots(svg, "width");
    }

    @Override
    public int getIntrinsicHeight() {
      return dots(svg, "height");
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      NodeList rectangles = svg.getElementsByTagName("rect");
      for (int i = 0; i < rectangles.getLength(); i++) {
        Element each = (Element) rectangles.item(i);
        device.setColor(
            new FSRGBColor(Integer.parseInt(each.getAttribute("fill").substring(1), 16)));
        device.fillRect(
            (int) x + dots(each, "x"),
            (int) y + dots(each, "y"),
            dots(each, "width"),
            dots(each, "height"));
      }
    }

    private int dots(Element element, String attribute) {
      return (int) (Integer.parseInt(element.getAttribute(attribute)) * scale);
    }
  }
}
