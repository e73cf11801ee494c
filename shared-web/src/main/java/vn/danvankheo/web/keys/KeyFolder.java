package vn.danvankheo.web.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The folder {@code keys} in the data folder: small files that only the owner of the process may
 * read (0600 in a folder of 0700, where the file system knows such rights). A file is there with
 * its whole content or not at all, whatever happens, and several processes may begin at once.
 */
public final class KeyFolder {
  private static final String LOCK = ".lock";
  private static final Object ONE_IN_THIS_PROCESS = new Object();

  private final Path folder;

  /**
   * Names the folder; it is made when the first file is.
   *
   * @param data the data folder
   */
  public KeyFolder(Path data) {
    this.folder = data.toAbsolutePath().normalize().resolve("keys");
  }

  /**
   * Where a file is.
   *
   * @param name a file's
   * @return its path, there or not
   */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * Reads a file.
   *
   * @param name its name
   * @return its content; empty when it is not there
   * @throws IOException when it can't be read
   */
  public Optional<byte[]> read(String name) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(path(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file, and makes it when it is not there. Whoever asks for one file first makes it;
   * everybody gets the same content.
   *
   * @param name its name
   * @param fresh gives the content of a new one; asked at most once
   * @return the content
   * @throws IOException when the folder can't be used
   */
  public byte[] readOrCreate(String name, Supplier<byte[]> fresh) throws IOException {
    return locked(
        () -> {
          Optional<byte[]> known = read(name);
          if (known.isPresent()) {
            return known.get();
          }
          byte[] content = fresh.get();
          write(name, content);
          return content;
        });
  }

  /**
   * Writes a file in place of the one that is there.
   *
   * @param name its name
   * @param content all of it
   * @throws IOException when the folder can't be used
   */
  public void replace(String name, byte[] content) throws IOException {
    locked(
        () -> {
          write(name, content);
          return content;
        });
  }

  private byte[] locked(Work work) throws IOException {
    Files.createDirectories(folder, attributes(folder.getParent(), "rwx------"));
    synchronized (ONE_IN_THIS_PROCESS) {
      try (FileChannel channel =
              FileChannel.open(
                  path(LOCK), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
          FileLock lock = channel.lock()) {
        return lock.isValid() ? work.run() : new byte[0];
      }
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Path next = path(name + ".next");
    Files.deleteIfExists(next);
    try (FileChannel out =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes(folder, "rw-------"))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(
        next, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Rights from the first moment on; Windows keeps the folder's own. */
  private static FileAttribute<?>[] attributes(Path beside, String rights) throws IOException {
    Path existing = beside;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(rights);
    return Files.getFileStore(existing).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }

  @FunctionalInterface
  private interface Work {
    byte[] run() throws IOException;
  }
}
