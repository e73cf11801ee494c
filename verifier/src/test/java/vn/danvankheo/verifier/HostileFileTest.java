package vn.danvankheo.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by somebody who wants to break the verifier, or to have it say two things. */
class HostileFileTest {
  private static final Log LOG = new Log();

  static {
    Bundle.fill(LOG, 20);
  }

  @TempDir private Path folder;

  @Test
  void whatIsNoZipIsUnreadable() throws IOException {
    Path file = Files.writeString(folder.resolve("a.zip"), "PK nothing");
    assertThat(Check.of(file).status()).isEqualTo(2);
    assertThat(Check.of(folder.resolve("absent.zip")).status()).isEqualTo(2);
    assertThat(Check.of(folder).status()).isEqualTo(2);
    byte[] half = Files.readAllBytes(Bundle.of(LOG, 20).write(folder));
    Files.write(file, java.util.Arrays.copyOf(half, half.length / 2));
    assertThat(Check.of(file).status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":\"danvankheo-bundle/2\"}",
        "{\"format\":1,\"format\":1}"
      })
  void whatHasNoManifestIsUnreadable(String manifest) {
    Bundle bundle = Bundle.of(LOG, 20).put("manifest.json", manifest);
    assertThat(Check.of(bundle.write(folder)).status()).isEqualTo(2);
    assertThat(Check.of(bundle.remove("manifest.json").write(folder)).status()).isEqualTo(2);
  }

  @Test
  void twoContentsForTwoReadersAreRefused() throws IOException {
    byte[] honest = Files.readAllBytes(Bundle.of(LOG, 20).write(folder));
    Path file = folder.resolve("two.zip");
    Files.write(file, new byte[0]);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(honest);
      out.write(Files.readAllBytes(Bundle.of(LOG, 19).write(folder)));
    }
    Check check = Check.of(file);
    assertThat(check.status()).isEqualTo(2);
    assertThat(check.said()).containsAnyOf("different contents", "two entries", "can be trusted");
  }

  @Test
  void twoEntriesOfOneNameAreRefused() throws IOException {
    Path file = folder.resolve("twice.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : new String[] {"manifest.json", "manifest.jsom"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("jsom", "json"), StandardCharsets.ISO_8859_1);
    assertThat(Check.of(file).said()).contains("two entries manifest.json");
  }

  @Test
  void aBombIsCountedNotKept() throws IOException {
    Path file = folder.resolve("bomb.zip");
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    Check check = Check.of(file);
    assertThat(check.status()).isEqualTo(2);
    assertThat(check.said()).contains("longer than");
  }

  @Test
  void aHugeLineIsRefused() {
    Bundle bundle = Bundle.of(LOG, 20);
    bundle.put("events.ndjson", "x".repeat(Lines.MAX_LINE + 1)).manifest();
    Check check = Check.of(bundle.write(folder));
    assertThat(check.said()).contains("A line of more than");
    assertThat(check.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"a\":1,\"a\":2}",
        "[1,]",
        "01",
        "1e9999",
        "\"\u0001\"",
        "\"\\x\"",
        "tru",
        "{} {}",
        "\"",
        "[\"\\u12",
        "NaN"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
  }

  @Test
  void deepJsonIsRefused() {
    String deep = "[".repeat(100_000);
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(deep));
  }

  @Test
  void jsonIsReadAsItIsMeant() {
    assertThat(Json.parse(" {\"a\" : [1.50, -2e3, \"\\u0111\\n\", true, false, null, {}, []]} "))
        .hasToString("{a=[1.50, -2E+3, đ\n, true, false, null, {}, []]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--key", "--what", "--key x", "a b"})
  void wrongOptionsAreUnreadable(String options) {
    assertThat(Check.of(folder.resolve("x"), options.split(" ")).status()).isEqualTo(2);
  }
}
