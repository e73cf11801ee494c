package vn.danvankheo.web.validation;

import org.jspecify.annotations.Nullable;

/** A place in a body, as RFC 6901 writes it; written out only when something is wrong there. */
public final class Pointer {
  /** The whole body. */
  public static final Pointer ROOT = new Pointer(null, "");

  private final @Nullable Pointer above;
  private final Object segment;

  private Pointer(@Nullable Pointer above, Object segment) {
    this.above = above;
    this.segment = segment;
  }

  /**
   * A field of this object.
   *
   * @param name the field's name
   * @return its place
   */
  public Pointer field(String name) {
    return new Pointer(this, name);
  }

  /**
   * An item of this list.
   *
   * @param index from 0
   * @return its place
   */
  public Pointer item(int index) {
    return new Pointer(this, index);
  }

  @Override
  public String toString() {
    if (above == null) {
      return "";
    }
    return above + "/" + segment.toString().replace("~", "~0").replace("/", "~1");
  }
}
