package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where which id is. It keeps rows alone and reads the ids in the documents; the library's own
 * takes four small objects and the id for each document.
 */
final class IdIndex extends AbstractUniqueIndex<Integer> {
  private static final int FIRST_SIZE = 64;
  private static final int EMPTY = -1;
  private static final int REMOVED = -2;

  /** Of rows, behind the place of their hash; never more than half full. */
  private int[] rows = empty(FIRST_SIZE);

  private int[] hashes = new int[FIRST_SIZE];

  /** With what was removed. */
  private int used;

  private int count;
  private IntFunction<Object> ids = row -> row;

  IdIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  /** Says how to read the id of the document in a row. */
  void read(IntFunction<Object> ids) {
    this.ids = ids;
  }

  @Override
  public long getCount() {
    return count;
  }

  @Override
  public long getDataSize() {
    return count;
  }

  @Override
  protected @Nullable Integer getPosition(KeyValue id) {
    int place = place(id);
    return place == EMPTY ? null : rows[place];
  }

  @Override
  protected boolean putKeyPosition(KeyValue id, Integer row) {
    if (place(id) != EMPTY) {
      return false;
    }
    if (used * 2 >= rows.length) {
      makeRoom();
    }
    put(hash(id), row);
    count++;
    return true;
  }

  @Override
  protected @Nullable Integer removeDocument(KeyValue id) {
    int place = place(id);
    if (place == EMPTY) {
      return null;
    }
    int row = rows[place];
    rows[place] = REMOVED;
    count--;
    return row;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Integer>> getIterable() {
    List<Map.Entry<KeyValue, Integer>> all = new ArrayList<>();
    for (int row : rows) {
      if (row >= 0) {
        all.add(new SimpleEntry<>(key(row), row));
      }
    }
    return all;
  }

  private int place(KeyValue id) {
    int hash = hash(id);
    for (int place = hash & rows.length - 1; rows[place] != EMPTY; place = next(place)) {
      if (rows[place] >= 0 && hashes[place] == hash && key(rows[place]).equals(id)) {
        return place;
      }
    }
    return EMPTY;
  }

  private void put(int hash, int row) {
    int place = hash & rows.length - 1;
    while (rows[place] != EMPTY) {
      place = next(place);
    }
    rows[place] = row;
    hashes[place] = hash;
    used++;
  }

  private int next(int place) {
    return place + 1 & rows.length - 1;
  }

  private void makeRoom() {
    int[] before = rows;
    int[] hashesBefore = hashes;
    int size = Math.max(FIRST_SIZE, Integer.highestOneBit(count + 1) * 4);
    rows = empty(size);
    hashes = new int[size];
    used = 0;
    for (int place = 0; place < before.length; place++) {
      if (before[place] >= 0) {
        put(hashesBefore[place], before[place]);
      }
    }
  }

  private KeyValue key(int row) {
    return new KeyValue(new Object[] {ids.apply(row)}).normalized();
  }

  private static int hash(KeyValue id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 16;
  }

  private static int[] empty(int size) {
    int[] rows = new int[size];
    Arrays.fill(rows, EMPTY);
    return rows;
  }
}
