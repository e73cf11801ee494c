package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found, given out in replies of a size that every driver takes: the library's own put
 * everything into one, or as many documents as were asked for, however long they are.
 */
final class Batches extends AbstractCursor {
  /** As much as MongoDB puts into one reply; a driver takes three times as much. */
  private static final int MOST_BYTES = 16 << 20;

  /** For the type, the name's end and the length of a field. */
  private static final int FRAME = 6;

  private static final int NUMBER = 8;

  /** What no text of Vietnamese needs more of in UTF-8. */
  private static final int MOST_OF_A_CHARACTER = 3;

  private final List<byte[]> found;
  private final Function<byte[], Document> reader;
  private int given;

  /**
   * A cursor before the first document.
   *
   * @param found documents as they are kept
   * @param reader makes one of them as it is given
   */
  Batches(long id, List<byte[]> found, Function<byte[], Document> reader) {
    super(id);
    this.found = found;
    this.reader = reader;
  }

  @Override
  public boolean isEmpty() {
    return given == found.size();
  }

  /** At most so many; as many as there is room for when it is 0. At least one of what is left. */
  @Override
  public List<Document> takeDocuments(int most) {
    List<Document> batch = new ArrayList<>();
    for (long bytes = 0; !isEmpty() && (most == 0 || batch.size() < most); given++) {
      Document document = reader.apply(found.get(given));
      bytes += size(document);
      if (bytes > MOST_BYTES && !batch.isEmpty()) {
        break;
      }
      batch.add(document);
    }
    return batch;
  }

  /** At most so long is a value on its way, and not much shorter if it is long. */
  private static long size(@Nullable Object value) {
    long bytes = NUMBER;
    if (value instanceof String text) {
      bytes += (long) text.length() * MOST_OF_A_CHARACTER;
    } else if (value instanceof BinData data) {
      bytes += data.getData().length;
    } else if (value instanceof Document document) {
      for (String name : document.keySet()) {
        bytes += FRAME + name.length() + size(document.get(name));
      }
    } else if (value instanceof Collection<?> items) {
      for (Object item : items) {
        bytes += FRAME + NUMBER + size(item);
      }
    }
    return bytes;
  }
}
