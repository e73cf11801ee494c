package vn.danvankheo.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor its model
 * @param cores how many there are
 * @param memoryGigabytes how much there is
 * @param system the operating system
 * @param java the virtual machine
 * @param fsyncMicros how long the disk takes to keep one page, the median
 * @param load how busy the machine was with other things when the run began (one minute's mean of
 *     runnable threads)
 */
public record Machine(
    String processor,
    int cores,
    long memoryGigabytes,
    String system,
    String java,
    double fsyncMicros,
    double load) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final long GIGABYTE = 1L << 30;
  private static final int PAGE = 8192;
  private static final int FLUSHES = 201;

  /**
   * This machine.
   *
   * @param folder on the disk that will be written
   * @return its description
   * @throws IOException when the disk cannot be written
   */
  public static Machine describe(Path folder) throws IOException {
    OperatingSystemMXBean system = systemBean();
    return new Machine(
        processorModel(),
        system.getAvailableProcessors(),
        Math.round((double) system.getTotalMemorySize() / GIGABYTE),
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        fsyncMicros(folder),
        system.getSystemLoadAverage());
  }

  /** What this process has used of the processors so far. */
  static long processorNanos() {
    return systemBean().getProcessCpuTime();
  }

  private static OperatingSystemMXBean systemBean() {
    return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  }

  private static String processorModel() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static double fsyncMicros(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "fsync", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long[] nanos = new long[FLUSHES];
      for (int i = 0; i < FLUSHES; i++) {
        long began = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE), 0);
        channel.force(false);
        nanos[i] = System.nanoTime() - began;
      }
      return new Round(1, nanos, 0).percentile(0.5) * 1_000;
    } finally {
      Files.delete(file);
    }
  }
}
