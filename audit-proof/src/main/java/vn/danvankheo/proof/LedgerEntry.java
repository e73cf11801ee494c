package vn.danvankheo.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log says of one event: enough to prove every byte of it, and none of them.
 *
 * <p>Its bytes are one JSON object in UTF-8 without white space, the keys in the order {@code
 * position, eventId, aggregateType, aggregateId, version, recordedAt, type, revision, payload,
 * metadata}. Numbers are decimal without leading zeros. In text, {@code "} and {@code \} stand
 * behind a {@code \}, the characters U+0000 to U+001F are written as a backslash, {@code u} and
 * four lower-case hexadecimal digits, and everything else stands as it is.
 *
 * @param position the event's place in the event log, from 1; a place may be left out
 * @param eventId the event's UUID
 * @param aggregateType the stored name of what kind of thing the event is about
 * @param aggregateId the stream the event belongs to
 * @param version the event's place in that stream, from 0
 * @param recordedAt when it was recorded, in UTC to the microsecond: always {@code
 *     2024-06-30T07:15:00.123456Z}
 * @param type the stored name of the event
 * @param revision the revision of that type, from 1
 * @param payload SHA-256 of the payload's bytes as they are stored, in hexadecimal
 * @param metadata SHA-256 of the metadata's bytes as they are stored, in hexadecimal
 */
public record LedgerEntry(
    long position,
    String eventId,
    String aggregateType,
    String aggregateId,
    long version,
    String recordedAt,
    String type,
    int revision,
    String payload,
    String metadata) {
  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
  private static final Pattern JSON =
      Pattern.compile(
          String.format(
              "\\{\"position\":%2$s,\"eventId\":%1$s,\"aggregateType\":%1$s,"
                  + "\"aggregateId\":%1$s,\"version\":%2$s,"
                  + "\"recordedAt\":%1$s,\"type\":%1$s,\"revision\":%2$s,"
                  + "\"payload\":%1$s,\"metadata\":%1$s\\}",
              TEXT, NUMBER));
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|[\"\\\\])");

  /**
   * The entry of an event.
   *
   * @param position its place in the event log
   * @param eventId its UUID
   * @param aggregateType what kind of thing it is about
   * @param aggregateId its stream
   * @param version its place in the stream
   * @param recordedAt when it was recorded; cut off to the microsecond
   * @param type its stored name
   * @param revision its revision
   * @param payload the stored bytes
   * @param metadata the stored bytes
   * @return the entry
   */
  public static LedgerEntry of(
      long position,
      String eventId,
      String aggregateType,
      String aggregateId,
      long version,
      Instant recordedAt,
      String type,
      int revision,
      byte[] payload,
      byte[] metadata) {
    return new LedgerEntry(
        position,
        eventId,
        aggregateType,
        aggregateId,
        version,
        microseconds(recordedAt),
        type,
        revision,
        Hash.sha256(payload).hex(),
        Hash.sha256(metadata).hex());
  }

  /**
   * Reads an entry.
   *
   * @param bytes as the log has them
   * @return the entry
   * @throws IllegalArgumentException when they are not the one way to write an entry
   */
  public static LedgerEntry parse(byte[] bytes) {
    String json = new String(bytes, StandardCharsets.UTF_8);
    Matcher matcher = JSON.matcher(json);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not an entry of the ledger");
    }
    LedgerEntry entry =
        new LedgerEntry(
            Long.parseLong(matcher.group(1)),
            unescape(matcher.group(2)),
            unescape(matcher.group(3)),
            unescape(matcher.group(4)),
            Long.parseLong(matcher.group(5)),
            unescape(matcher.group(6)),
            unescape(matcher.group(7)),
            Integer.parseInt(matcher.group(8)),
            unescape(matcher.group(9)),
            unescape(matcher.group(10)));
    if (!entry.json().equals(json)) {
      throw new IllegalArgumentException("Not the one way to write that entry");
    }
    return entry;
  }

  /**
   * The entry's bytes.
   *
   * @return less than 1 kB for the ids and types of this registry
   */
  public byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The hash of the entry's leaf.
   *
   * @return as it stands in the tree
   */
  public Hash leafHash() {
    return Hash.leaf(bytes());
  }

  /**
   * The entry's text.
   *
   * @return one line of JSON
   */
  public String json() {
    StringBuilder json = new StringBuilder(512);
    json.append("{\"position\":").append(position);
    text(json, "eventId", eventId);
    text(json, "aggregateType", aggregateType);
    text(json, "aggregateId", aggregateId);
    json.append(",\"version\":").append(version);
    text(json, "recordedAt", recordedAt);
    text(json, "type", type);
    json.append(",\"revision\":").append(revision);
    text(json, "payload", payload);
    text(json, "metadata", metadata);
    return json.append('}').toString();
  }

  /** A formatter of the JDK takes as long as all of an entry's hashes. */
  private static String microseconds(Instant moment) {
    OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(27);
    digits(text, 4, utc.getYear()).append('-');
    digits(text, 2, utc.getMonthValue()).append('-');
    digits(text, 2, utc.getDayOfMonth()).append('T');
    digits(text, 2, utc.getHour()).append(':');
    digits(text, 2, utc.getMinute()).append(':');
    digits(text, 2, utc.getSecond()).append('.');
    return digits(text, 6, utc.getNano() / 1_000).append('Z').toString();
  }

  private static StringBuilder digits(StringBuilder text, int count, int number) {
    int unit = 1;
    for (int i = 1; i < count; i++) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
    return text;
  }

  private static void text(StringBuilder json, String key, String value) {
    json.append(",\"").append(key).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) == null
                        ? found.group(1)
                        : String.valueOf((char) Integer.parseInt(found.group(2), 16))));
  }
}
