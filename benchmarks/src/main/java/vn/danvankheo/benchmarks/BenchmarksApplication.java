package vn.danvankheo.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.danvankheo.benchmarks.commands.CommandsBenchmark;
import vn.danvankheo.benchmarks.folds.FoldsBenchmark;
import vn.danvankheo.benchmarks.http.HttpBenchmark;
import vn.danvankheo.benchmarks.javers.JaversBenchmark;
import vn.danvankheo.benchmarks.lag.LagBenchmark;
import vn.danvankheo.benchmarks.ledger.LedgerBenchmark;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Machine;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.measure.Report;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.reads.HistoryBenchmark;
import vn.danvankheo.benchmarks.reads.ReadsBenchmark;
import vn.danvankheo.benchmarks.reads.SearchBenchmark;
import vn.danvankheo.benchmarks.rehydration.RehydrationBenchmark;
import vn.danvankheo.benchmarks.replay.EtaBenchmark;
import vn.danvankheo.benchmarks.replay.ReadersBenchmark;
import vn.danvankheo.benchmarks.replay.ReplayBenchmark;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.benchmarks.stores.MongoProgram;
import vn.danvankheo.benchmarks.workbook.WorkbookBenchmark;

/** Measures the product: {@code java -jar benchmarks/target/benchmarks-exec.jar commands}. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures the product as ratios to a raw limit in the same run.")
public final class BenchmarksApplication implements Callable<Integer> {
  private static final int WRITERS = 8;
  private static final int BAR_MISSED = 1;

  @Parameters(
      arity = "0..*",
      description = "Which benchmarks: ${COMPLETION-CANDIDATES}; all when none is named.")
  private Set<Benchmark> chosen = EnumSet.allOf(Benchmark.class);

  @Option(names = "--rounds", description = "Rounds that count; ${DEFAULT-VALUE} when not given.")
  private int rounds = 7;

  @Option(names = "--warm-ups", description = "Rounds before; ${DEFAULT-VALUE} when not given.")
  private int warmUps = 3;

  @Option(names = "--seconds", description = "Of one turn; ${DEFAULT-VALUE} when not given.")
  private double seconds = 3;

  @Option(
      names = "--replayed",
      split = ",",
      description = "How many events are replayed, one log after the other; ${DEFAULT-VALUE}.")
  private List<Long> replayed = List.of(200_000L);

  @Option(
      names = "--contenders",
      split = ",",
      description = "Who replays: ${COMPLETION-CANDIDATES}; all when none is named.")
  private Set<ReplayBenchmark.Contender> contenders =
      EnumSet.allOf(ReplayBenchmark.Contender.class);

  @Option(
      names = "--folder",
      description = "Where data is kept meanwhile, on a real disk; ${DEFAULT-VALUE}.")
  private Path folder = Path.of("target", "benchmarks");

  @Option(names = "--out", description = "Where the results go as JSON; ${DEFAULT-VALUE}.")
  private Path result = Path.of("target", "benchmarks.json");

  @Option(
      names = "--events",
      description =
          "How long the log of eta, ledger, readers and search is at first; ${DEFAULT-VALUE}.")
  private int events = 1_000_000;

  @Option(
      names = "--pause",
      description = "Wait for Enter before searches are measured, or replays with each start.")
  private boolean pause;

  private final PrintStream out;

  private BenchmarksApplication(PrintStream out) {
    this.out = out;
  }

  /** What can be measured. */
  enum Benchmark {
    commands,
    eta,
    folds,
    http,
    lag,
    readers,
    reads,
    history,
    javers,
    ledger,
    rehydration,
    replay,
    search,
    workbook
  }

  /**
   * Measures and prints.
   *
   * @param arguments see {@code --help}; ends with exit status 1 when a bar was missed
   */
  public static void main(String[] arguments) {
    // Axon would ask its maker's server for updates.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("logging.level.root", "warn");
    System.setProperty("logging.level.de.bwaldvogel", "error");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(new CommandLine(new BenchmarksApplication(out)).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<Findings> findings = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    Files.createDirectories(folder);
    Machine machine = Machine.describe(folder);
    for (Benchmark one : chosen) {
      try (BenchmarkPostgres postgres = BenchmarkPostgres.start(folder)) {
        settings.putAll(postgres.settings());
        Protocol protocol =
            new Protocol(WRITERS, warmUps, rounds, seconds, postgres::processorNanos);
        findings.add(run(one, postgres, protocol));
      }
    }
    Report report = new Report(Clock.systemUTC().instant(), machine, settings, findings);
    report.write(result);
    report.print(out);
    return report.allMet() ? 0 : BAR_MISSED;
  }

  private Findings run(Benchmark one, BenchmarkPostgres postgres, Protocol protocol)
      throws Exception {
    try (BenchmarkMongo mongo = BenchmarkMongo.start(folder)) {
      return switch (one) {
        case commands -> new CommandsBenchmark(postgres, protocol, out).run();
        case eta ->
            apart(views -> new EtaBenchmark(postgres, views, events, rounds, pause, out).run());
        case folds -> new FoldsBenchmark(protocol, out).run();
        case http -> new HttpBenchmark(postgres, mongo, protocol, out).run();
        case lag -> new LagBenchmark(postgres, mongo, out).run();
        case readers -> apart(views -> new ReadersBenchmark(postgres, views, events, out).run());
        case history -> new HistoryBenchmark(postgres, mongo, protocol, out).run();
        case javers -> new JaversBenchmark(postgres, mongo, protocol, out).run();
        case ledger -> new LedgerBenchmark(postgres, protocol, events, out).run();
        case rehydration -> new RehydrationBenchmark(postgres, protocol, out).run();
        case search -> new SearchBenchmark(postgres, mongo, protocol, events, pause, out).run();
        case replay -> new ReplayBenchmark(folder, replayed, contenders, out).run();
        case workbook -> new WorkbookBenchmark(folder, out).run();
        case reads -> new ReadsBenchmark(postgres, mongo, protocol, out).run();
      };
    }
  }

  /** What needs a server of views that does not share this process. */
  private interface Measuring {
    Findings with(BenchmarkMongo mongo) throws Exception;
  }

  private Findings apart(Measuring measuring) throws Exception {
    try (BenchmarkMongo mongo =
        BenchmarkMongo.apart(folder, Program.command(MongoProgram.class, "-Xmx14g"))) {
      return measuring.with(mongo);
    }
  }
}
