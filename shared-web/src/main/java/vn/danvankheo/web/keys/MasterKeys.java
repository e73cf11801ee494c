package vn.danvankheo.web.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.sealing.MasterKey;

/** Where the master key comes from; both sides find the same one. */
public final class MasterKeys {
  /** The file in the folder of keys. */
  static final String FILE = "master.key";

  private static final String NEXT = "master.key.new";
  private static final String BEFORE = "master.key.before";

  private MasterKeys() {}

  /**
   * Finds the key: the one that is given, or the one in the file that is given, or the one in the
   * data folder, where it is made at the first start.
   *
   * @param given 32 bytes in base64; null or blank for none
   * @param file a file with the same; null or blank for none
   * @param data the data folder; null or blank for none
   * @return the key
   * @throws IllegalStateException when it is nowhere, can't be read or is none
   */
  public static MasterKey find(
      @Nullable String given, @Nullable String file, @Nullable String data) {
    try {
      if (isSaid(given)) {
        return MasterKey.parse(given);
      }
      if (isSaid(file)) {
        return MasterKey.parse(Files.readString(Path.of(file), US_ASCII));
      }
      if (isSaid(data)) {
        return parse(new KeyFolder(Path.of(data)).readOrCreate(FILE, MasterKeys::fresh));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "The master key must be "
              + MasterKey.BYTES
              + " bytes in base64, as `openssl rand -base64"
              + " 32` gives them",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The master key can't be read", e);
    }
    throw new IllegalStateException(
        "Names and telephone numbers are sealed, so both sides need the same master key: give it by"
            + " DANVANKHEO_MASTER_KEY, DANVANKHEO_MASTER_KEY_FILE or DANVANKHEO_DATA");
  }

  /**
   * The key in the data folder.
   *
   * @param data the data folder
   * @return the key
   * @throws IOException when it can't be read
   * @throws IllegalStateException when there is none
   */
  public static MasterKey kept(Path data) throws IOException {
    KeyFolder folder = new KeyFolder(data);
    return folder
        .read(FILE)
        .map(MasterKeys::parse)
        .orElseThrow(() -> new IllegalStateException("There is no key " + folder.path(FILE)));
  }

  /**
   * The key that is to take its place; made when there is none on its way.
   *
   * @param data the data folder
   * @return the key, the same until {@link #take}
   * @throws IOException when the folder can't be used
   */
  public static MasterKey next(Path data) throws IOException {
    return parse(new KeyFolder(data).readOrCreate(NEXT, MasterKeys::fresh));
  }

  /**
   * Puts the next key in the place of the one in use, which stays beside it for old backups.
   *
   * @param data the data folder
   * @throws IOException when the folder can't be used; whatever was done, it can be done again
   */
  public static void take(Path data) throws IOException {
    KeyFolder folder = new KeyFolder(data);
    byte[] used = folder.read(FILE).orElse(new byte[0]);
    byte[] next = folder.readOrCreate(NEXT, MasterKeys::fresh);
    if (!Arrays.equals(used, next)) {
      folder.replace(BEFORE, used);
      folder.replace(FILE, next);
    }
    Files.delete(folder.path(NEXT));
  }

  private static byte[] fresh() {
    return (MasterKey.generate() + "\n").getBytes(US_ASCII);
  }

  private static MasterKey parse(byte[] content) {
    return MasterKey.parse(new String(content, US_ASCII));
  }

  private static boolean isSaid(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
