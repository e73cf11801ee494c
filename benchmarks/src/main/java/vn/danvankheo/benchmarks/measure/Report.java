package vn.danvankheo.benchmarks.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole run.
 *
 * @param at when it ended
 * @param machine what it ran on
 * @param postgres the event database's version and the settings that make it durable
 * @param findings of each benchmark
 */
public record Report(
    Instant at, Machine machine, Map<String, String> postgres, List<Findings> findings) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Whether every bar was reached.
   *
   * @return true also when there was none
   */
  public boolean allMet() {
    return findings.stream().flatMap(one -> one.bars().stream()).allMatch(Bar::met);
  }

  /**
   * Writes everything, each round's values included.
   *
   * @param file a JSON file, replaced when it is there
   * @throws IOException when it cannot be written
   */
  public void write(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
  }

  /**
   * Prints tables in Markdown: medians, ranges, bars.
   *
   * @param out where
   */
  public void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%n%s; %d × %s, %d GB, %s; %s; fsync of a page %.0f µs; load before %.2f; PostgreSQL %s%n",
        at,
        machine.cores(),
        machine.processor(),
        machine.memoryGigabytes(),
        machine.system(),
        machine.java(),
        machine.fsyncMicros(),
        machine.load(),
        postgres);
    findings.forEach(one -> print(one, out));
  }

  private static void print(Findings findings, PrintStream out) {
    out.printf("%n### %s%n%n| figure | median | range | unit |%n", findings.benchmark());
    out.println("|---|---:|---:|---|");
    for (Figure figure : findings.figures()) {
      out.printf(
          "| %s | %s | %s – %s | %s |%n",
          figure.name(),
          rounded(figure.median()),
          rounded(figure.lowest()),
          rounded(figure.highest()),
          figure.unit());
    }
    if (!findings.bars().isEmpty()) {
      out.printf("%n| bar | wanted | measured | |%n|---|---:|---:|---|%n");
    }
    for (Bar bar : findings.bars()) {
      out.printf(
          "| %s | %s %s | %s | %s |%n",
          bar.name(),
          bar.limit(),
          rounded(bar.wanted()),
          rounded(bar.measured()),
          bar.met() ? "met" : "**missed**");
    }
  }

  private static String rounded(double value) {
    int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
