package vn.danvankheo.command.importing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.command.importing.encoding.LegacyAlphabet;
import vn.danvankheo.command.importing.encoding.TextFile;

/** A file that holds one table or several. */
public interface TableFile extends Closeable {
  /** The first day a number means in workbooks, but for those made on old Macs. */
  LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /**
   * Opens a file by what it is, not by its name.
   *
   * @param file where it is
   * @return a workbook or a CSV file
   * @throws IOException when it can't be read
   * @throws UnreadableFile when it is neither, or not safe to read
   */
  static TableFile open(Path file) throws IOException {
    byte[] start = start(file);
    if (start.length == 0) {
      throw new UnreadableFile(UnreadableFile.Reason.EMPTY_FILE);
    }
    if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8) {
      return XlsxFile.open(file);
    }
    if (start.length >= 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
      throw new UnreadableFile(UnreadableFile.Reason.OLD_OR_LOCKED_WORKBOOK);
    }
    if (!isUtf16(start) && (hasControls(start) || isOtherText(start))) {
      throw new UnreadableFile(UnreadableFile.Reason.NOT_A_TABLE);
    }
    return TextFile.recognise(file)
        .map(CsvFile::new)
        .orElseThrow(() -> new UnreadableFile(UnreadableFile.Reason.UNKNOWN_ENCODING));
  }

  /**
   * The tables that may hold the list, likeliest first: a workbook's visible sheets, a CSV file
   * with each separator.
   *
   * @return names to call {@link #read} with
   */
  List<String> tables();

  /**
   * Reads a table from its beginning.
   *
   * @param table one of {@link #tables()}
   * @return its rows; to be closed before the next one is read
   * @throws IOException when it can't be read
   */
  TableSource read(String table) throws IOException;

  /**
   * The day that the number 0 means.
   *
   * @return {@link #DAY_ZERO}, or four years later
   */
  default LocalDate dayZero() {
    return DAY_ZERO;
  }

  /**
   * The legacy alphabet that the whole file is written in.
   *
   * @return empty when its texts are Unicode, or have to be looked at one by one
   */
  default Optional<LegacyAlphabet> alphabet() {
    return Optional.empty();
  }

  /** By its mark; half of a Vietnamese letter looks like a control character there. */
  private static boolean isUtf16(byte[] start) {
    int mark = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
    return mark == 0xFFFE || mark == 0xFEFF;
  }

  /** PDF, RTF, HTML and XML begin like texts. */
  private static boolean isOtherText(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
    return text.startsWith("%PDF-") || text.startsWith("{\\rtf") || text.startsWith("<");
  }

  private static boolean hasControls(byte[] start) {
    for (byte b : start) {
      if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
        return true;
      }
    }
    return false;
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(512);
    }
  }
}
