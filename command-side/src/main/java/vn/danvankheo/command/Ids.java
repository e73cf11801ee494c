package vn.danvankheo.command;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {
  /**
   * A new id.
   *
   * @return a UUID of version 7: later ones sort after earlier ones
   */
  String next();
}
