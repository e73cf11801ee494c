package vn.danvankheo.query.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a version of something stood, as fields of its document and as a condition.
 * Two bounds alone can't be indexed well: at any moment half of all versions have begun, and half
 * have not ended. So a version that has ended also names the spans of days of which its time is
 * made up, each of 2ⁿ days that begin at a multiple of 2ⁿ (as a segment tree has them): any day
 * lies in one span of each size, and about as many versions name one of these as stood on that day.
 * One that has not ended names span 0.
 */
public final class Validity {
  /** The field with the spans; begins the indexes that serve questions about a moment. */
  public static final String SPANS = "_spans";

  /** The field with the first moment. */
  public static final String FROM = "_from";

  /** The field with the first moment after. */
  public static final String TO = "_to";

  private static final int OPEN = 0;
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Days from 1970 to 2149; earlier ones and later ones count as the first and the last. */
  private static final int SIZES = 16;

  private static final int LAST_DAY = (1 << SIZES) - 1;

  private Validity() {}

  /**
   * Says when a version stood.
   *
   * @param document its document
   * @param from its first moment, in milliseconds
   * @param to the next version's first moment; null while there is none
   */
  public static void put(BsonDocument document, Instant from, @Nullable Instant to) {
    document.put(FROM, new BsonDateTime(from.toEpochMilli()));
    document.put(TO, new BsonDateTime((to == null ? NEVER : to).toEpochMilli()));
    List<BsonInt32> spans =
        to == null ? List.of(new BsonInt32(OPEN)) : spans(day(from), Math.max(day(from), day(to)));
    document.put(SPANS, new BsonArray(spans));
  }

  /**
   * Which versions stood at a moment.
   *
   * @param moment the moment
   * @return a filter that holds for at most one version of each thing
   */
  public static BsonDocument at(Instant moment) {
    BsonDateTime at = new BsonDateTime(moment.toEpochMilli());
    List<BsonValue> spans = new ArrayList<>(List.of(new BsonInt32(OPEN)));
    for (int size = 0; size <= SIZES; size++) {
      spans.add(span(size, day(moment)));
    }
    // The bounds first: a server without an index tries them one after the other.
    return new BsonDocument(FROM, new BsonDocument("$lte", at))
        .append(TO, new BsonDocument("$gt", at))
        .append(SPANS, new BsonDocument("$in", new BsonArray(spans)));
  }

  /** The fewest spans that have all days of a stretch and no others. */
  private static List<BsonInt32> spans(int first, int last) {
    List<BsonInt32> spans = new ArrayList<>();
    int day = first;
    while (day <= last) {
      int size = Math.min(SIZES, Integer.numberOfTrailingZeros(day));
      while (day + (1 << size) - 1 > last) {
        size--;
      }
      spans.add(span(size, day));
      day += 1 << size;
    }
    return spans;
  }

  /** Spans of one size are as many as days of the next, so that no two have the same number. */
  private static BsonInt32 span(int size, int day) {
    return new BsonInt32((1 << (SIZES - size)) + (day >> size));
  }

  private static int day(Instant moment) {
    return (int) Math.max(0, Math.min(LAST_DAY, Math.floorDiv(moment.toEpochMilli(), DAY)));
  }
}
