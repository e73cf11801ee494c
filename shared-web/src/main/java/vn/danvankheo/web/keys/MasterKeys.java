package vn.danvankheo.web.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.sealing.MasterKey;

/** Where the master key comes from; both sides find the same one. */
public final class MasterKeys {
  /** The file in the folder of keys. */
  static final String FILE = "master.key";

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
        byte[] kept =
            new KeyFolder(Path.of(data))
                .readOrCreate(FILE, () -> (MasterKey.generate() + "\n").getBytes(US_ASCII));
        return MasterKey.parse(new String(kept, US_ASCII));
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

  private static boolean isSaid(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
