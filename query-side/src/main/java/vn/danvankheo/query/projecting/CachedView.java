package vn.danvankheo.query.projecting;

import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.ViewDatabase;

/**
 * Something made of a whole small view, made anew only when a document of the view has changed.
 *
 * @param <T> what is made
 */
public final class CachedView<T> {
  private final ViewDatabase database;
  private final ViewBoard board;
  private final String view;
  private final @Nullable String part;
  private final Function<List<BsonDocument>, T> make;
  private volatile @Nullable Made<T> made;

  /**
   * Prepares to make it.
   *
   * @param database the views' database
   * @param board tells when the view has changed
   * @param view the view's name
   * @param make makes it of all documents
   */
  public CachedView(
      ViewDatabase database, ViewBoard board, String view, Function<List<BsonDocument>, T> make) {
    this(database, board, view, null, make);
  }

  /**
   * Prepares to make it of what single events gave.
   *
   * @param database the views' database
   * @param board tells when the view has changed
   * @param view the view's name
   * @param part the further collection's; null for the view's own
   * @param make makes it of all documents
   */
  public CachedView(
      ViewDatabase database,
      ViewBoard board,
      String view,
      @Nullable String part,
      Function<List<BsonDocument>, T> make) {
    this.database = database;
    this.board = board;
    this.view = view;
    this.part = part;
    this.make = make;
  }

  /**
   * What the view has now.
   *
   * @return at least as new as the board's position of the view; of nothing before it is built
   */
  public T get() {
    ViewStatus status = board.status(view);
    String state = status.collection() + "@" + status.changedAt() + "+" + status.mended();
    Made<T> known = made;
    if (known != null && known.state.equals(state)) {
      return known.value;
    }
    String collection = part == null ? status.collection() : status.collection(part);
    T value = make.apply(collection == null ? List.of() : database.loadAll(collection));
    made = new Made<>(state, value);
    return value;
  }

  private record Made<T>(String state, T value) {}
}
