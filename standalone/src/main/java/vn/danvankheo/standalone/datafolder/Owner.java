package vn.danvankheo.standalone.datafolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Access for the owner alone, on systems that have such permissions. */
final class Owner {
  private Owner() {}

  /** Mode 600 for a file, 700 for a folder; on Windows what the parent folder hands down. */
  static void only(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> mode =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if (Files.isDirectory(path)) {
      mode.add(PosixFilePermission.OWNER_EXECUTE);
    }
    view.setPermissions(mode);
  }
}
