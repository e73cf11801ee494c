package vn.danvankheo.proof;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile of the log: C2SP tlog-tiles with 256 hashes in a full one.
 *
 * @param level 0 for leaf hashes, each next one for the roots of full tiles below; {@link #ENTRIES}
 *     for the entries themselves
 * @param index counts the tiles of a level from 0
 * @param width how many hashes or entries it has, 1 to {@link #FULL}
 */
public record TilePath(int level, long index, int width) {
  /** The level of entry bundles. */
  public static final int ENTRIES = -1;

  /** How many hashes or entries a full tile has. */
  public static final int FULL = 256;

  /** The height of a tile: so many levels of the tree. */
  public static final int HEIGHT = 8;

  private static final int MAX_LEVEL = 63 / HEIGHT;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /** Refuses what no log can have. */
  public TilePath {
    if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "No such tile: level " + level + ", index " + index + ", width " + width);
    }
  }

  /**
   * Reads a tile's path.
   *
   * @param path such as {@code tile/0/x001/234.p/7}
   * @return empty when it is not the one way to write it
   */
  public static Optional<TilePath> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    int level = name.equals("entries") ? ENTRIES : Integer.parseInt(name);
    int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
    if (level > MAX_LEVEL || width > FULL || (matcher.group(3) != null && width == FULL)) {
      return Optional.empty();
    }
    long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
    TilePath tile = new TilePath(level, index, width);
    return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
  }

  /**
   * Whether the tile can't change any more.
   *
   * @return false for a partial one
   */
  public boolean full() {
    return width == FULL;
  }

  /**
   * The path below the log's address.
   *
   * @return such as {@code tile/entries/000}
   */
  public String path() {
    StringBuilder number = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return "tile/"
        + (level == ENTRIES ? "entries" : Integer.toString(level))
        + '/'
        + number
        + (full() ? "" : ".p/" + width);
  }
}
