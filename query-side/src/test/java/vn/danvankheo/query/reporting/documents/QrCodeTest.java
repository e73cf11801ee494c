package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Codes as a camera reads them. */
class QrCodeTest {
  private static final String ADDRESS =
      "https://danvankheo.backan.gov.vn/api/public/reports/01a21b04-8efe-7d47-9813-574311885445";

  @Test
  void theBitmapIsReadBack() throws Exception {
    byte[] png = new QrCode(ADDRESS).png(8);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(read(image)).isEqualTo(ADDRESS);
  }

  @Test
  void theDrawingIsReadBack() throws Exception {
    Drawing drawing = new QrCode(ADDRESS).drawing(3);
    int[] pixels = new int[drawing.width() * drawing.height()];
    Arrays.fill(pixels, 0xffffff);
    for (Drawing.Rectangle each : drawing.rectangles()) {
      for (int y = each.y(); y < each.y() + each.height(); y++) {
        for (int x = each.x(); x < each.x() + each.width(); x++) {
          pixels[y * drawing.width() + x] = 0;
        }
      }
    }
    assertThat(read(drawing.width(), drawing.height(), pixels)).isEqualTo(ADDRESS);
  }

  static String read(BufferedImage image) throws Exception {
    return read(image.getWidth(), image.getHeight(), pixels(image));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static String read(int width, int height, int[] pixels) throws Exception {
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
