package vn.danvankheo.benchmarks.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.XlsxTableWriter;

/**
 * The same list of a hundred thousand rows as a workbook, by our own writer and by fastexcel: time,
 * allocation, what stays on the heap while it is written, size, and whether writing it again gives
 * the same bytes.
 */
public final class WorkbookBenchmark {
  private static final int ROWS = 100_000;
  private static final int TEXTS = 6;
  private static final int ROUNDS = 5;
  private static final int LOOK_EVERY = 20_000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGABYTE = 1 << 20;
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final String TEXT =
      "Tổ dân vận thôn số %d phân công từng thành viên phụ trách hộ, cột %d";

  private final Path folder;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param folder where the workbooks are written
   * @param out told about every writer
   */
  public WorkbookBenchmark(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Writes the list to a stream; looks at the heap now and then. */
  @FunctionalInterface
  private interface Writer {
    void write(OutputStream to, Runnable look) throws IOException;
  }

  /**
   * Runs it.
   *
   * @return figures
   * @throws IOException when a workbook can't be written
   */
  public Findings run() throws IOException {
    measure("own writer", WorkbookBenchmark::own);
    measure("fastexcel", WorkbookBenchmark::fastexcel);
    return new Findings("workbook", figures, List.of());
  }

  private void measure(String name, Writer writer) throws IOException {
    List<Double> millis = new ArrayList<>();
    AtomicLong kept = new AtomicLong();
    long allocated = allocated();
    Path file = folder.resolve(name.replace(' ', '-') + ".xlsx");
    byte[] first = {};
    boolean same = true;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      write(file, writer, () -> {});
      millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
      byte[] bytes = Files.readAllBytes(file);
      same &= i == 0 || Arrays.equals(first, bytes);
      first = bytes;
    }
    double perRound = (allocated() - allocated) / MEGABYTE / ROUNDS - first.length / MEGABYTE;
    long before = heapInUse();
    write(file, writer, () -> kept.accumulateAndGet(heapInUse() - before, Math::max));
    figures.add(new Figure(name, "ms", millis));
    figures.add(Figure.once(name + ", allocated", "MB", perRound));
    figures.add(Figure.once(name + ", kept while writing, at most", "MB", kept.get() / MEGABYTE));
    figures.add(Figure.once(name + ", size", "MB", first.length / MEGABYTE));
    figures.add(Figure.once(name + ", same bytes again", "1 = yes", same ? 1 : 0));
    out.printf("%s: %s ms, same bytes again: %s%n", name, millis, same);
    Files.delete(file);
  }

  private static void write(Path file, Writer writer, Runnable look) throws IOException {
    try (OutputStream to = Files.newOutputStream(file)) {
      writer.write(to, look);
    }
  }

  private static void own(OutputStream to, Runnable look) throws IOException {
    List<TableColumn> columns =
        Stream.concat(
                IntStream.range(0, TEXTS).mapToObj(c -> TableColumn.text("Cột " + c, 30)),
                Stream.of(
                    new TableColumn("Số", TableColumn.Kind.NUMBER, 10),
                    new TableColumn("Ngày", TableColumn.Kind.DATE, 12)))
            .toList();
    try (XlsxTableWriter table = new XlsxTableWriter(to, "Danh sách", columns)) {
      for (int row = 0; row < ROWS; row++) {
        List<Object> cells = new ArrayList<>();
        for (int c = 0; c < TEXTS; c++) {
          cells.add(TEXT.formatted(row, c));
        }
        cells.add(row);
        cells.add(DAY.plusDays(row % 365));
        table.row(cells);
        if (row % LOOK_EVERY == LOOK_EVERY - 1) {
          look.run();
        }
      }
    }
  }

  private static void fastexcel(OutputStream to, Runnable look) throws IOException {
    try (Workbook workbook = new Workbook(to, "danvankheo", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Danh sách");
      for (int row = 0; row < ROWS; row++) {
        for (int c = 0; c < TEXTS; c++) {
          sheet.inlineString(row, c, TEXT.formatted(row, c));
        }
        sheet.value(row, TEXTS, row);
        sheet.value(row, TEXTS + 1, DAY.plusDays(row % 365));
        if (row % 1_000 == 999) {
          sheet.flush();
        }
        if (row % LOOK_EVERY == LOOK_EVERY - 1) {
          look.run();
        }
      }
      sheet.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
