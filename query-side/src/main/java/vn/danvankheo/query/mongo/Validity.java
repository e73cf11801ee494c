package vn.danvankheo.query.mongo;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a version of something stood, as fields of its document and as a condition.
 * Two bounds alone can't be indexed well: at any moment half of all versions have begun, and half
 * have not ended. So a version that has ended also names the months in which it stood, and one that
 * has not ended the month 0; few others share these with it.
 */
public final class Validity {
  /** The field with the months; begins the indexes that serve questions about a moment. */
  public static final String MONTHS = "_months";

  /** The field with the first moment. */
  public static final String FROM = "_from";

  /** The field with the first moment after. */
  public static final String TO = "_to";

  private static final int OPEN = 0;
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

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
    int first = month(from);
    IntStream months =
        to == null ? IntStream.of(OPEN) : IntStream.rangeClosed(first, Math.max(first, month(to)));
    document.put(MONTHS, new BsonArray(months.mapToObj(BsonInt32::new).toList()));
  }

  /**
   * Which versions stood at a moment.
   *
   * @param moment the moment
   * @return a filter that holds for at most one version of each thing
   */
  public static BsonDocument at(Instant moment) {
    BsonDateTime at = new BsonDateTime(moment.toEpochMilli());
    BsonArray months = new BsonArray(List.of(new BsonInt32(OPEN), new BsonInt32(month(moment))));
    return new BsonDocument(MONTHS, new BsonDocument("$in", months))
        .append(FROM, new BsonDocument("$lte", at))
        .append(TO, new BsonDocument("$gt", at));
  }

  private static int month(Instant moment) {
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    return month.getYear() * 12 + month.getMonthValue();
  }
}
