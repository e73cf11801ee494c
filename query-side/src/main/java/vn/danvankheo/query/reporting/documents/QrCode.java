package vn.danvankheo.query.reporting.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** An address as a QR code: the same text, the same squares. */
final class QrCode {
  /** What must stay white around it, in squares. */
  private static final int MARGIN = 4;

  private final ByteMatrix squares;

  QrCode(String text) {
    try {
      squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text.length(), e);
    }
  }

  /** Its breadth and height in squares, the margin among them. */
  int size() {
    return squares.getWidth() + 2 * MARGIN;
  }

  boolean isBlack(int column, int row) {
    int x = column - MARGIN;
    int y = row - MARGIN;
    return x >= 0
        && y >= 0
        && x < squares.getWidth()
        && y < squares.getHeight()
        && squares.get(x, y) == 1;
  }

  /** As a drawing, each square so many pixels. */
  Drawing drawing(int pixels) {
    List<Drawing.Rectangle> black = new ArrayList<>();
    for (int row = 0; row < size(); row++) {
      for (int from = 0; from < size(); from++) {
        int to = from;
        while (to < size() && isBlack(to, row)) {
          to++;
        }
        if (to > from) {
          black.add(
              new Drawing.Rectangle(
                  from * pixels, row * pixels, (to - from) * pixels, pixels, Drawing.BLACK));
          from = to;
        }
      }
    }
    return new Drawing(size() * pixels, size() * pixels, black);
  }

  /** As a bitmap, each square so many pixels. */
  byte[] png(int pixels) {
    int side = size() * pixels;
    int bytes = (side + 7) / 8;
    ByteBuffer rows = ByteBuffer.allocate(side * (bytes + 1));
    for (int y = 0; y < side; y++) {
      byte[] row = new byte[bytes];
      for (int x = 0; x < side; x++) {
        if (!isBlack(x / pixels, y / pixels)) {
          row[x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
      rows.put((byte) 0).put(row);
    }
    return StoredPng.ofBits(side, side, rows.array());
  }
}
