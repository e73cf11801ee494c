package vn.danvankheo.standalone.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README's tour with curl: blocks to paste into bash, each followed by what comes out. */
record ReadmeTour(List<Block> blocks) {
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## A tour with curl$(.*?)(?=^## |\\z)");
  private static final Pattern BLOCK =
      Pattern.compile("(?s)```bash\\n(.*?)```\\s*```text\\n(.*?)```");
  private static final Pattern FENCE = Pattern.compile("```bash");
  private static final String BETWEEN = "-- end of block --";

  /** What to paste, and what comes out; an ellipsis stands for the rest of a line or a part. */
  record Block(String script, String answer) {
    Pattern pattern() {
      return Pattern.compile(
          Stream.of(answer.strip().split("…", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining("[^\\n]*")));
    }
  }

  static ReadmeTour read(Path readme) throws IOException {
    Matcher section = SECTION.matcher(Files.readString(readme));
    if (!section.find()) {
      throw new IllegalStateException("No tour in " + readme);
    }
    List<Block> blocks =
        BLOCK
            .matcher(section.group(1))
            .results()
            .map((MatchResult found) -> new Block(found.group(1), found.group(2)))
            .toList();
    if (FENCE.matcher(section.group(1)).results().count() != blocks.size()) {
      throw new IllegalStateException("A block of the tour does not say what comes out");
    }
    return new ReadmeTour(blocks);
  }

  /** All blocks, pasted one after the other into one shell. */
  String script() {
    return blocks.stream()
        .map(block -> block.script() + "echo '" + BETWEEN + "'\n")
        .collect(Collectors.joining());
  }

  /** What came out, block by block. */
  static List<String> answers(String output) {
    return Stream.of(output.split("(?m)^" + BETWEEN + "$\\n?")).map(String::strip).toList();
  }
}
