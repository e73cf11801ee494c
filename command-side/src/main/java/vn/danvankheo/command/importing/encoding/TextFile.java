package vn.danvankheo.command.importing.encoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a text file was written, found out from its bytes alone.
 *
 * @param file where it is
 * @param charset by which it decodes without error
 * @param alphabet the legacy alphabet its letters stand for; null when they are what they are
 */
public record TextFile(Path file, Charset charset, @Nullable LegacyAlphabet alphabet) {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset VIETNAMESE = Charset.forName("windows-1258");
  private static final int SAMPLE = 1 << 20;
  private static final double SURE = 0.9;
  private static final double CLEAR_LEAD = 0.3;
  private static final int ENOUGH_WORDS = 3;

  /**
   * Finds out how a file was written.
   *
   * @param file where it is
   * @return empty when it is no text, or in no encoding that can be told with certainty
   * @throws IOException when it can't be read
   */
  public static Optional<TextFile> recognise(Path file) throws IOException {
    byte[] start = start(file);
    if (startsWith(start, 0xFF, 0xFE)) {
      return ifDecodes(file, StandardCharsets.UTF_16LE);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return ifDecodes(file, StandardCharsets.UTF_16BE);
    }
    for (byte b : start) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    Optional<TextFile> utf8 = ifDecodes(file, StandardCharsets.UTF_8);
    return utf8.isPresent() ? utf8 : bestGuess(file, start);
  }

  /**
   * Opens the file behind its byte order mark.
   *
   * @return its characters; malformed input is an error, never a replacement character
   * @throws IOException when it can't be read
   */
  public Reader open() throws IOException {
    Reader reader = strictReader(file, charset);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Optional<TextFile> ifDecodes(Path file, Charset charset) throws IOException {
    CharBuffer sink = CharBuffer.allocate(1 << 16);
    try (Reader reader = strictReader(file, charset)) {
      while (reader.read(sink) >= 0) {
        sink.clear();
      }
      return Optional.of(new TextFile(file, charset, null));
    } catch (CharacterCodingException isNot) {
      return Optional.empty();
    }
  }

  private static Reader strictReader(Path file, Charset charset) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }

  private static Optional<TextFile> bestGuess(Path file, byte[] start) {
    String western = new String(start, WESTERN);
    String vietnamese = Normalizer.normalize(new String(start, VIETNAMESE), Normalizer.Form.NFC);
    List<Guess> guesses =
        List.of(
                new Guess(
                    new TextFile(file, VIETNAMESE, null), share(vietnamese, Syllables::isWord)),
                guess(file, western, LegacyAlphabet.TCVN3),
                guess(file, western, LegacyAlphabet.VNI))
            .stream()
            .sorted((one, other) -> Double.compare(other.share(), one.share()))
            .toList();
    Guess best = guesses.get(0);
    boolean sure = best.share() >= SURE && best.share() - guesses.get(1).share() >= CLEAR_LEAD;
    return sure ? Optional.of(best.file()) : Optional.empty();
  }

  private record Guess(TextFile file, double share) {}

  private static Guess guess(Path file, String western, LegacyAlphabet alphabet) {
    Predicate<String> makesSense = word -> LegacyEvidence.isExplained(word, alphabet);
    return new Guess(new TextFile(file, WESTERN, alphabet), share(western, makesSense));
  }

  /** The share of words with letters beyond ASCII that make sense; none when there are too few. */
  private static double share(String text, Predicate<String> makesSense) {
    List<String> words =
        Words.of(text).stream().filter(word -> word.chars().anyMatch(c -> c >= 0x80)).toList();
    if (words.size() < ENOUGH_WORDS) {
      return 0;
    }
    return (double) words.stream().filter(makesSense).count() / words.size();
  }
}
