package vn.danvankheo.standalone.datafolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;

/** The folder with everything this process keeps, held by one process at a time. */
public final class DataFolder implements AutoCloseable {
  /** Raised when the layout of the folder changes so that older programs must not touch it. */
  static final int LAYOUT = 1;

  private static final String LOCK = "danvankheo.lock";
  private static final String VERSION = "danvankheo.version";
  private static final Set<String> NOT_CONTENT = Set.of(LOCK, "lost+found", "keys", "scratch");

  /** Far behind the text, since Windows lets nobody read a locked range. */
  private static final long LOCKED_BYTE = 1L << 30;

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a folder, makes it when it is not there, and holds it until {@link #close} or the end of
   * the process, however that comes.
   *
   * @param path where; relative to the working folder
   * @throws Refusal when another process holds it, when it is somebody else's or a newer program's
   */
  public static DataFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Owner.only(folder);
      }
      return hold(folder);
    } catch (IOException e) {
      throw refusal("data.unusable", folder, e);
    }
  }

  private static DataFolder hold(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    FileChannel channel =
        FileChannel.open(
            lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!locks(channel)) {
        throw refusal("data.inUse", folder, Files.readString(lock).strip());
      }
      checkVersion(folder);
      channel.truncate(0);
      channel.write(utf8(ProcessHandle.current().pid() + "\n"));
      return new DataFolder(folder, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static void checkVersion(Path folder) throws IOException {
    Path marker = folder.resolve(VERSION);
    if (Files.exists(marker)) {
      String found = Files.readString(marker).strip();
      if (!found.equals(Integer.toString(LAYOUT))) {
        throw refusal("data.version", folder, found, LAYOUT);
      }
    } else if (hasContent(folder)) {
      throw refusal("data.foreign", folder);
    } else {
      write(marker, LAYOUT + "\n");
    }
  }

  private static boolean hasContent(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(entry -> !NOT_CONTENT.contains(entry.getFileName().toString()));
    }
  }

  /** The folder's absolute path. */
  public Path path() {
    return path;
  }

  /**
   * Writes a small file that only its owner may read: whole or not at all.
   *
   * @param file where
   * @param content its text
   */
  public static void write(Path file, String content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(next);
    Owner.only(next);
    try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
      out.write(utf8(content));
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lets go of the folder; its files stay. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal refusal(String key, Object... arguments) {
    return new Refusal(Kind.DATA, key, arguments);
  }
}
