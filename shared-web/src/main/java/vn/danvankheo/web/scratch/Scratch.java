package vn.danvankheo.web.scratch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The temporary files of one process, names of persons in them and all: a folder that only the
 * owner of the process may read. It goes when the process stops, or else when the next one starts
 * in the same place. A process holds a lock in its folder, which the system takes back however the
 * process ends; by that others know whose folder is left over, and any number may share a place.
 */
public final class Scratch implements AutoCloseable {
  /** Nothing else in the place is ever touched. */
  private static final String PREFIX = "process-";

  private static final String OWNER = ".owner";
  private static final String GATE = ".lock";

  /** A second look at a lock of one's own would lose it, as POSIX has it. */
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path place;
  private final Path folder;
  private final FileChannel owner;

  private Scratch(Path place) throws IOException {
    this.place = place;
    this.folder = Files.createTempDirectory(place, PREFIX);
    this.owner = FileChannel.open(folder.resolve(OWNER), CREATE, WRITE);
    owner.lock();
    HELD_HERE.add(folder);
  }

  /**
   * Makes a folder for this process, and removes those of processes that are no more.
   *
   * @param place where; made when it is not there
   * @return to be closed when no file in it is needed any more
   * @throws IOException when the place can't be used
   */
  public static Scratch open(Path place) throws IOException {
    Path real = Files.createDirectories(place).toRealPath();
    synchronized (HELD_HERE) {
      try (FileChannel gate = FileChannel.open(real.resolve(GATE), CREATE, WRITE)) {
        gate.lock();
        removeLeftovers(real);
        return new Scratch(real);
      }
    }
  }

  private static void removeLeftovers(Path place) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path folder : folders) {
        if (!HELD_HERE.contains(folder) && isLeft(folder)) {
          FileSystemUtils.deleteRecursively(folder);
        }
      }
    }
  }

  private static boolean isLeft(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(OWNER), CREATE, WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    }
  }

  /** The folder, for what makes its files itself. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes an empty file that only the owner of the process may read and write.
   *
   * @return its path; whoever asked for it deletes it
   * @throws IOException when the folder is gone or the disk is full
   */
  public Path file() throws IOException {
    return Files.createTempFile(folder, null, null);
  }

  /** Removes the folder with all that is in it. */
  @Override
  public void close() throws IOException {
    synchronized (HELD_HERE) {
      try (FileChannel gate = FileChannel.open(place.resolve(GATE), CREATE, WRITE)) {
        gate.lock();
        owner.close();
        HELD_HERE.remove(folder);
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }
}
