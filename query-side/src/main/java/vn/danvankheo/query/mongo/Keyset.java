package vn.danvankheo.query.mongo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.digest.Sha256;

/**
 * A total order of documents, and the way to go on behind any of them. Going on depends on the last
 * document's keys alone, so documents that come, go or move elsewhere shift no page.
 */
public final class Keyset {
  private static final int DIGEST_BYTES = 8;
  private static final List<BsonType> KEY_TYPES =
      List.of(BsonType.STRING, BsonType.DATE_TIME, BsonType.INT32, BsonType.INT64);

  private final List<Key> keys;
  private final String list;

  private record Key(String field, boolean descending) {
    static Key of(String field) {
      boolean descending = field.startsWith("-");
      return new Key(descending ? field.substring(1) : field, descending);
    }
  }

  /**
   * Describes an order.
   *
   * @param fields the documents' fields, a leading {@code -} for descending; {@code _id} is added
   * @param list what tells this list from another one, such as its filters; a cursor is good for
   *     one list in one order
   */
  public Keyset(List<String> fields, String list) {
    List<Key> all = new ArrayList<>();
    fields.forEach(field -> all.add(Key.of(field)));
    all.add(new Key("_id", !all.isEmpty() && all.get(all.size() - 1).descending()));
    this.keys = List.copyOf(all);
    this.list = fields + list;
  }

  private Keyset(Key key, String list) {
    this.keys = List.of(key);
    this.list = key + list;
  }

  /**
   * An order by a field that no two documents have the same value of.
   *
   * @param field the documents' field, a leading {@code -} for descending
   * @param list what tells this list from another one
   * @return an order that an index of that field alone serves
   */
  public static Keyset unique(String field, String list) {
    return new Keyset(Key.of(field), list);
  }

  /**
   * The order for the store.
   *
   * @return a sort document
   */
  public BsonDocument sort() {
    BsonDocument sort = new BsonDocument();
    keys.forEach(key -> sort.append(key.field(), new BsonInt32(key.descending() ? -1 : 1)));
    return sort;
  }

  /**
   * The documents behind one.
   *
   * @param last that document's keys, as {@link #keysOf} gives them
   * @return a filter
   */
  public BsonDocument behind(List<BsonValue> last) {
    BsonArray ways = new BsonArray();
    for (int i = 0; i < keys.size(); i++) {
      BsonDocument way = new BsonDocument();
      for (int j = 0; j < i; j++) {
        way.append(keys.get(j).field(), last.get(j));
      }
      way.append(
          keys.get(i).field(), compare(keys.get(i).descending() ? "$lt" : "$gt", last.get(i)));
      ways.add(way);
    }
    if (ways.size() == 1) {
      return ways.get(0).asDocument();
    }
    Key first = keys.get(0);
    BsonDocument bound =
        new BsonDocument(first.field(), compare(first.descending() ? "$lte" : "$gte", last.get(0)));
    return new BsonDocument("$and", new BsonArray(List.of(bound, new BsonDocument("$or", ways))));
  }

  private static BsonDocument compare(String operator, BsonValue value) {
    return new BsonDocument(operator, value);
  }

  /**
   * Where a document stands.
   *
   * @param document a document with all fields of the order
   * @return its keys
   */
  public List<BsonValue> keysOf(BsonDocument document) {
    return keys.stream()
        .map(key -> (BsonValue) Objects.requireNonNull(document.get(key.field()), key.field()))
        .toList();
  }

  /**
   * Writes where a document stands as opaque text.
   *
   * @param last its keys
   * @return URL-safe text
   */
  public String cursor(List<BsonValue> last) {
    RawBsonDocument content =
        new RawBsonDocument(new BsonDocument("k", new BsonArray(last)), new BsonDocumentCodec());
    byte[] bytes = new byte[content.getByteBuffer().remaining()];
    content.getByteBuffer().get(bytes);
    byte[] all = Arrays.copyOf(digest(bytes), DIGEST_BYTES + bytes.length);
    System.arraycopy(bytes, 0, all, DIGEST_BYTES, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Reads a cursor.
   *
   * @param cursor what a caller sent
   * @return the keys; empty when it is malformed, or another list's or order's
   */
  public Optional<List<BsonValue>> parse(String cursor) {
    byte[] all = decode(cursor);
    if (all == null || all.length <= DIGEST_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = Arrays.copyOfRange(all, DIGEST_BYTES, all.length);
    if (!Arrays.equals(digest(bytes), Arrays.copyOf(all, DIGEST_BYTES))) {
      return Optional.empty();
    }
    try {
      BsonArray read = new RawBsonDocument(bytes).getArray("k");
      boolean sound =
          read.size() == keys.size()
              && read.stream().allMatch(value -> KEY_TYPES.contains(value.getBsonType()));
      return sound ? Optional.of(List.copyOf(read)) : Optional.empty();
    } catch (BsonSerializationException
        | BsonInvalidOperationException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte @Nullable [] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private byte[] digest(byte[] content) {
    MessageDigest digest = Sha256.begin();
    digest.update(list.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return Arrays.copyOf(digest.digest(content), DIGEST_BYTES);
  }
}
