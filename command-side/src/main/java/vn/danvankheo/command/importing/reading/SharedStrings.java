package vn.danvankheo.command.importing.reading;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that a workbook's cells share. They lie in a temporary file beside the workbook, in
 * blocks; only where each block begins is kept in memory, so that neither long texts nor many need
 * much of it.
 */
final class SharedStrings implements Closeable {
  private static final int MOST_STRINGS = 5_000_000;
  private static final long MOST_BYTES = 256 << 20;
  private static final int BLOCK = 16;
  private static final int REMEMBERED = 512;

  private final Path file;
  private final RandomAccessFile texts;
  private final long[] begins;
  private final int count;
  private final Map<Integer, String> recent =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  private SharedStrings(Path file, long[] begins, int count) throws IOException {
    this.file = file;
    this.texts = new RandomAccessFile(file.toFile(), "r");
    this.begins = begins;
    this.count = count;
  }

  static SharedStrings read(InputStream part, Path folder) throws IOException, XMLStreamException {
    Path file = Files.createTempFile(folder, null, ".texts");
    boolean done = false;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      SharedStrings read = copy(Xml.reader(part), file, out);
      done = true;
      return read;
    } finally {
      if (!done) {
        Files.delete(file);
      }
    }
  }

  private static SharedStrings copy(XMLStreamReader xml, Path file, DataOutputStream out)
      throws IOException, XMLStreamException {
    long[] begins = new long[1_024];
    int count = 0;
    long end = 0;
    while (Xml.nextTag(xml)) {
      if (Xml.isStart(xml, "si")) {
        if (count % BLOCK == 0) {
          if (count / BLOCK == begins.length) {
            begins = Arrays.copyOf(begins, begins.length * 2);
          }
          begins[count / BLOCK] = end;
        }
        byte[] text = richText(xml, "si").getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        end += Integer.BYTES + text.length;
        count++;
        if (count > MOST_STRINGS || end > MOST_BYTES) {
          throw new UnreadableFile(UnreadableFile.Reason.SUSPICIOUS_COMPRESSION);
        }
      }
    }
    out.flush();
    return new SharedStrings(file, begins, count);
  }

  /** The words of a text with or without formats, without the pronunciation beside them. */
  static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (Xml.nextTag(xml) && !Xml.isEnd(xml, element)) {
      if (Xml.isStart(xml, "t")) {
        Xml.appendText(xml, text, TableCell.LONGEST_TEXT + 1);
      } else if (Xml.isStart(xml, "rPh")) {
        Xml.appendText(xml, new StringBuilder(), 0);
      }
    }
    return Xml.unescaped(text.toString());
  }

  String get(int index) throws IOException {
    if (index < 0 || index >= count) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
    String text = recent.get(index);
    return text == null ? readBlock(index) : text;
  }

  /** Texts of one row lie beside each other, so the whole block is remembered. */
  private String readBlock(int wanted) throws IOException {
    int no = wanted / BLOCK;
    boolean last = no == (count - 1) / BLOCK;
    byte[] bytes = new byte[(int) ((last ? texts.length() : begins[no + 1]) - begins[no])];
    texts.seek(begins[no]);
    texts.readFully(bytes);
    ByteBuffer block = ByteBuffer.wrap(bytes);
    String found = "";
    for (int i = no * BLOCK; block.hasRemaining(); i++) {
      int length = block.getInt();
      String text = new String(bytes, block.position(), length, StandardCharsets.UTF_8);
      block.position(block.position() + length);
      recent.put(i, text);
      found = i == wanted ? text : found;
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    texts.close();
    Files.deleteIfExists(file);
  }
}
