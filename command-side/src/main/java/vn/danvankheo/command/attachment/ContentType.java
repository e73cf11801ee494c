package vn.danvankheo.command.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken, told by their content alone. */
enum ContentType {
  PDF("application/pdf"),
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final int HEAD = 16;
  private static final int WEBP_MARK = 8;
  private static final byte[] PDF_HEAD = ascii("%PDF-");
  private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] RIFF_HEAD = ascii("RIFF");
  private static final byte[] WEBP_NAME = ascii("WEBP");
  private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

  private final String mediaType;

  ContentType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** What a file is; empty when it is nothing that is taken. */
  static Optional<ContentType> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 0, PDF_HEAD)) {
      return Optional.of(PDF);
    }
    if (startsWith(head, 0, JPEG_HEAD)) {
      return Optional.of(JPEG);
    }
    if (startsWith(head, 0, PNG_HEAD)) {
      return Optional.of(PNG);
    }
    if (startsWith(head, 0, RIFF_HEAD) && startsWith(head, WEBP_MARK, WEBP_NAME)) {
      return Optional.of(WEBP);
    }
    return startsWith(head, 0, ZIP_HEAD) ? OfficeFile.typeOf(file) : Optional.empty();
  }

  private static boolean startsWith(byte[] head, int from, byte[] mark) {
    int to = from + mark.length;
    return head.length >= to && Arrays.equals(head, from, to, mark, 0, mark.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
