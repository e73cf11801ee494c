package vn.danvankheo.command.importing.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  private static final List<String[]> SAMPLES =
      LegacySamples.TEXTS.lines().map(line -> line.split(" ; ")).toList();
  private static final String UNICODE = column(0);

  @TempDir private Path folder;

  @Test
  void unicodeIsReadWithAndWithoutByteOrderMark() throws IOException {
    assertThat(read(UNICODE.getBytes(UTF_8))).contains(UNICODE);
    assertThat(read(("\uFEFF" + UNICODE).getBytes(UTF_8))).contains(UNICODE);
    assertThat(read(("\uFEFF" + UNICODE).getBytes(UTF_16LE))).contains(UNICODE);
    assertThat(read(("\uFEFF" + UNICODE).getBytes(UTF_16BE))).contains(UNICODE);
    assertThat(read("title,unitCode\n".getBytes(UTF_8))).contains("title,unitCode\n");
  }

  @Test
  void legacyFilesAreRecognised() throws IOException {
    assertThat(recognised(column(1).getBytes(ISO_8859_1)).orElseThrow().alphabet())
        .isEqualTo(LegacyAlphabet.TCVN3);
    assertThat(recognised(column(2).getBytes(ISO_8859_1)).orElseThrow().alphabet())
        .isEqualTo(LegacyAlphabet.VNI);
  }

  @Test
  void windows1258IsReadAndComposes() throws IOException {
    Charset vietnamese = Charset.forName("windows-1258");
    String decomposedTones = toneMarksApart(UNICODE);
    assertThat(new String(decomposedTones.getBytes(vietnamese), vietnamese))
        .isEqualTo(decomposedTones);
    String read = read(decomposedTones.getBytes(vietnamese)).orElseThrow();
    assertThat(Normalizer.normalize(read, Normalizer.Form.NFC)).isEqualTo(UNICODE);
  }

  @Test
  void whatIsNoTextOrInNoKnownEncodingIsNotRecognised() throws IOException {
    assertThat(recognised(new byte[] {'a', 0, 'b', 0})).isEmpty();
    assertThat(recognised("Größe für Äpfel, Öl, Übung, Maß".getBytes(ISO_8859_1))).isEmpty();
    assertThat(recognised(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'a', 0})).isEmpty();
    assertThat(recognised((column(1) + column(2)).getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void utf8ThatBreaksAfterAMegabyteIsNotTakenForUtf8() throws IOException {
    byte[] bytes = (UNICODE.repeat(4_000) + "x").getBytes(UTF_8);
    assertThat(bytes.length).isGreaterThan(1 << 20);
    bytes[bytes.length - 1] = (byte) 0xC3;
    assertThat(recognised(bytes)).isEmpty();
  }

  private Optional<TextFile> recognised(byte[] bytes) throws IOException {
    return TextFile.recognise(Files.write(folder.resolve("list.csv"), bytes));
  }

  private Optional<String> read(byte[] bytes) throws IOException {
    Optional<TextFile> file = recognised(bytes);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    StringWriter text = new StringWriter();
    try (Reader reader = file.get().open()) {
      reader.transferTo(text);
    }
    return Optional.of(text.toString());
  }

  private static String column(int index) {
    StringBuilder text = new StringBuilder();
    SAMPLES.forEach(sample -> text.append(sample[index].strip()).append('\n'));
    return text.toString();
  }

  /** Windows-1258 has ê and ơ as letters but the tones as marks of their own. */
  private static String toneMarksApart(String text) {
    StringBuilder apart = new StringBuilder();
    for (char c : text.toCharArray()) {
      String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      String tones = decomposed.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
      String letter = decomposed.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
      apart.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(tones);
    }
    return apart.toString();
  }
}
