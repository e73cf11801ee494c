package vn.danvankheo.verifier;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import vn.danvankheo.proof.Hash;

/**
 * A ZIP that nobody vouches for. Nothing is ever unpacked to the disk. It is read once from front
 * to back, where no two entries can share bytes, so that it can't be more than a thousand times its
 * size; and once by its directory. Both have to give the same.
 */
final class Archive implements Closeable {
  private static final int MAX_ENTRIES = 1_000_000;
  private static final int MAX_NAME = 200;

  private final ZipFile zip;
  private final Map<String, Content> contents;

  private Archive(ZipFile zip, Map<String, Content> contents) {
    this.zip = zip;
    this.contents = contents;
  }

  /** What an entry holds. */
  record Content(long size, Hash sha256) {}

  static Archive open(Path file) throws Unreadable {
    try {
      Map<String, Content> contents = fromFrontToBack(file);
      ZipFile zip = new ZipFile(file.toFile());
      Archive archive = new Archive(zip, contents);
      if (zip.getComment() != null || !archive.sameByDirectory()) {
        zip.close();
        throw new Unreadable("unreadable.twofaced");
      }
      return archive;
    } catch (ZipException | IllegalArgumentException e) {
      throw new Unreadable("unreadable.zip", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Unreadable("unreadable.file", file, e.toString());
    }
  }

  private static Map<String, Content> fromFrontToBack(Path file) throws IOException, Unreadable {
    Map<String, Content> contents = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (name.length() > MAX_NAME || contents.size() == MAX_ENTRIES) {
          throw new Unreadable("unreadable.toomany");
        }
        if (contents.put(name, content(in)) != null) {
          throw new Unreadable("unreadable.twice", name);
        }
      }
    }
    return contents;
  }

  private boolean sameByDirectory() throws IOException {
    if (zip.size() != contents.size()) {
      return false;
    }
    Map<String, Content> found = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      try (InputStream in = zip.getInputStream(entry)) {
        found.put(entry.getName(), content(in));
      }
    }
    return found.equals(contents);
  }

  private static Content content(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[1 << 16];
    long size = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      digest.update(piece, 0, read);
      size += read;
    }
    return new Content(size, Hash.of(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** All entries in their order. */
  Map<String, Content> contents() {
    return contents;
  }

  boolean has(String name) {
    return contents.containsKey(name);
  }

  /** An entry's content, piece by piece. */
  InputStream open(String name) throws IOException {
    InputStream in = zip.getInputStream(zip.getEntry(name));
    if (in == null) {
      throw new ZipException(name + " is gone");
    }
    return in;
  }

  /** An entry's content as a text of limited length. */
  String text(String name, int max) throws IOException {
    Content content = contents.get(name);
    if (content == null || content.size() > max) {
      throw new IllegalArgumentException(name + " is missing or longer than " + max + " bytes");
    }
    try (InputStream in = open(name)) {
      return Lines.utf8(in.readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
