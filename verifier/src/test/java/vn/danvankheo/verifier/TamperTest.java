package vn.danvankheo.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of tampering, by a clumsy hand and by one that mends the manifest too. */
class TamperTest {
  private static final Log LOG = new Log();

  static {
    Bundle.fill(LOG, 20);
  }

  @TempDir private Path folder;

  static Stream<Arguments> tampering() {
    return Stream.of(
        of("a byte of a payload", inLine(3, "payload"), "events.ndjson", "has another payload"),
        of("a byte of metadata", inLine(3, "metadata"), "events.ndjson", "has another metadata"),
        of(
            "a type",
            b -> b.change("events.ndjson", text("\"ModelUpdated\"", "\"ModelClosed\"")),
            "events.ndjson",
            "has another type"),
        of(
            "a time",
            b -> b.change("events.ndjson", text("07:15:04", "07:15:05")),
            "events.ndjson",
            "has another recordedAt"),
        of("an event removed", without(5), "events.ndjson", "versions 2 to 2 are missing"),
        of("the last event removed", without(13), "events.ndjson", "the manifest says 14"),
        of(
            "an event removed, its proof left",
            b -> b.edit("events.ndjson", lines(lines -> lines.remove(5))),
            "events.ndjson",
            "events.ndjson ends at line 13"),
        of(
            "events swapped",
            b -> b.edit("events.ndjson", swap(2, 4)).edit("proofs.ndjson", swap(2, 4)),
            "events.ndjson",
            "out of order"),
        of(
            "events swapped, proofs left",
            b -> b.edit("events.ndjson", swap(2, 4)),
            "events.ndjson",
            "has another position, eventId"),
        of(
            "an event twice",
            b ->
                b.edit("events.ndjson", lines(l -> l.add(3, l.get(2))))
                    .edit("proofs.ndjson", lines(l -> l.add(3, l.get(2)))),
            "events.ndjson",
            "comes twice or too late"),
        of(
            "a proof",
            b ->
                b.change(
                    "proofs.ndjson", text("\"hashes\":[\"A", "\"hashes\":[\"B", "[\"", "[\"A")),
            "proofs.ndjson",
            "is not readable"),
        of("a proof's hash", TamperTest::otherHash, "proofs.ndjson", "does not lead to the signed"),
        of(
            "a leaf index",
            b -> b.change("proofs.ndjson", text("\"leafIndex\":4,", "\"leafIndex\":5,")),
            "proofs.ndjson",
            "does not lead to the signed tree"),
        of(
            "the entry made to match a changed event",
            TamperTest::forgedEntry,
            "proofs.ndjson",
            "does not lead to the signed tree"),
        of(
            "the checkpoint's size",
            b -> b.change("checkpoint", text("\n20\n", "\n21\n")),
            "checkpoint",
            "no valid signature"),
        of(
            "the checkpoint of another tree",
            b -> b.put("checkpoint", LOG.checkpoint(19)),
            "checkpoint",
            "speak of different trees"),
        of("the keys", b -> b.put("keys", new Log().keys()), "keys", "no valid signature"),
        of("no keys", b -> b.put("keys", "\n"), "keys", "not a list of keys"),
        of(
            "an attachment",
            b -> b.put(Bundle.PAPER_NAME, "Biên bản khác"),
            Bundle.PAPER_NAME,
            "its content is not what its name says"),
        of(
            "an attachment removed",
            b -> b.remove(Bundle.PAPER_NAME),
            Bundle.PAPER_NAME + " is missing",
            "named by an event, but not in the bundle"),
        of(
            "an attachment added",
            b -> b.put("attachments/sha256-" + "0".repeat(64), "x"),
            "was added",
            "its content is not what its name says"),
        of(
            "personal words added",
            b -> b.put("personal.ndjson", "{}\n"),
            "personal.ndjson was added",
            "asked for without personal words"),
        of(
            "personal words removed",
            b -> b.personal(true),
            "personal.ndjson is missing",
            "personal.ndjson is missing"),
        of(
            "proofs removed",
            b -> b.remove("proofs.ndjson"),
            "proofs.ndjson is missing",
            "missing"));
  }

  private static Arguments of(
      String what, Consumer<Bundle> tampering, String clumsy, String clever) {
    return Arguments.of(what, tampering, clumsy, clever);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tampering")
  void isDetectedAndNamed(String what, Consumer<Bundle> tampering, String clumsy, String clever) {
    Bundle bundle = Bundle.of(LOG, 20);
    tampering.accept(bundle);
    Check first = Check.of(bundle.write(folder));
    assertThat(first.said()).contains(clumsy, "NOT ALL IS PROVEN.");
    assertThat(first.status()).isEqualTo(1);
    Check second = Check.of(bundle.manifest().write(folder));
    assertThat(second.said())
        .contains(clever, "NOT ALL IS PROVEN.")
        .doesNotContain("is not what the manifest");
    assertThat(second.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void aManifestThatIsChangedIsTold(UnaryOperator<String> change, String said) {
    Bundle bundle = Bundle.of(LOG, 20).change("manifest.json", change);
    Check check = Check.of(bundle.write(folder));
    assertThat(check.said()).contains(said);
    assertThat(check.status()).isEqualTo(1);
  }

  static Stream<Arguments> manifests() {
    return Stream.of(
        Arguments.of(text("\"events\":14", "\"events\":13"), "the manifest says 13"),
        Arguments.of(text("\"size\":20,", "\"size\":21,"), "different trees"),
        Arguments.of(text("history.html", "history.htm"), "history.html was added"),
        Arguments.of(
            (UnaryOperator<String>)
                text -> text.replaceFirst("sha256\":\"[0-9a-f]{4}", "sha256\":\"0000"),
            "is not what the manifest says"));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void anythingAddedIsTold(String name) {
    Check check = Check.of(Bundle.of(LOG, 20).put(name, "x").write(folder));
    assertThat(check.said()).contains("was added").doesNotContain("\u001b");
    assertThat(check.status()).isEqualTo(1);
  }

  static List<String> additions() {
    return List.of("readme.txt", "../../evil.sh", "/etc/passwd", "a\\b", "\u001b[31mred", "x/");
  }

  private static Consumer<Bundle> inLine(int line, String field) {
    return bundle ->
        bundle.edit(
            "events.ndjson",
            lines(
                lines -> {
                  String text = lines.get(line);
                  int at = text.indexOf("\"" + field + "\":\"") + field.length() + 4;
                  int end = text.indexOf('"', at);
                  byte[] bytes = Base64.getDecoder().decode(text.substring(at, end));
                  bytes[bytes.length / 2] ^= 1;
                  String changed = Base64.getEncoder().encodeToString(bytes);
                  lines.set(line, text.substring(0, at) + changed + text.substring(end));
                }));
  }

  private static Consumer<Bundle> without(int line) {
    return bundle ->
        bundle
            .edit("events.ndjson", lines(lines -> lines.remove(line)))
            .edit("proofs.ndjson", lines(lines -> lines.remove(line)));
  }

  private static void otherHash(Bundle bundle) {
    bundle.edit(
        "proofs.ndjson",
        lines(
            lines -> {
              String first = lines.get(1).replaceAll(".*\"hashes\":\\[\"([^\"]*)\".*", "$1");
              String other = lines.get(9).replaceAll(".*\"hashes\":\\[\"([^\"]*)\".*", "$1");
              lines.set(1, lines.get(1).replace(first, other));
            }));
  }

  private static void forgedEntry(Bundle bundle) {
    bundle.change("events.ndjson", text("\"ModelUpdated\"", "\"ModelClosed\""));
    bundle.edit(
        "proofs.ndjson",
        lines(
            lines -> {
              String entry = lines.get(0).replaceAll(".*\"entry\":\"([^\"]*)\".*", "$1");
              String json = new String(Base64.getDecoder().decode(entry), StandardCharsets.UTF_8);
              byte[] forged =
                  json.replace("ModelUpdated", "ModelClosed").getBytes(StandardCharsets.UTF_8);
              String changed = Base64.getEncoder().encodeToString(forged);
              lines.set(0, lines.get(0).replace(entry, changed));
            }));
  }

  private static Consumer<List<String>> swap(int one, int other) {
    return lines(lines -> Collections.swap(lines, one, other));
  }

  private static Consumer<List<String>> lines(Consumer<List<String>> change) {
    return change;
  }

  /** Replaces the first of each pair once. */
  private static UnaryOperator<String> text(String... pairs) {
    return text -> {
      String changed = text;
      for (int i = 0; i < pairs.length; i += 2) {
        int at = changed.indexOf(pairs[i]);
        if (at >= 0) {
          changed =
              changed.substring(0, at) + pairs[i + 1] + changed.substring(at + pairs[i].length());
        }
      }
      return changed;
    };
  }
}
