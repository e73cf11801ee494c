package vn.danvankheo.query.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import vn.danvankheo.query.audit.entry.AuditKeys;
import vn.danvankheo.query.mongo.SearchWords;

/** Which entries a list has: all conditions together. */
public final class AuditFilter {
  private final BsonDocument fields = new BsonDocument();

  /**
   * Asks for a field's exact value.
   *
   * @param field the entries' field
   * @param value the value; empty for any
   * @return this
   */
  public AuditFilter is(String field, Optional<String> value) {
    value.ifPresent(v -> fields.put(field, new BsonString(v)));
    return this;
  }

  /**
   * Asks for what was done by people of some units.
   *
   * @param codes the units
   * @return this
   */
  public AuditFilter ofUnits(Collection<String> codes) {
    fields.put("unit", in("$in", codes.stream().map(BsonString::new).toList()));
    return this;
  }

  /**
   * Asks for a stretch of time.
   *
   * @param from the first moment; empty for the beginning
   * @param to the first moment after; empty for no end
   * @return this
   */
  public AuditFilter recorded(Optional<Instant> from, Optional<Instant> to) {
    BsonDocument bounds = new BsonDocument();
    from.ifPresent(at -> bounds.put("$gte", new BsonDateTime(at.toEpochMilli())));
    to.ifPresent(at -> bounds.put("$lt", new BsonDateTime(at.toEpochMilli())));
    if (!bounds.isEmpty()) {
      fields.put("recordedAt", bounds);
    }
    return this;
  }

  /**
   * Asks for what changed a field, had a value before or after, or both in one field.
   *
   * @param path the field, or what it lies in; the year of a term may be left out
   * @param value the whole value, however its case and marks are
   * @return this
   */
  public AuditFilter changed(Optional<String> path, Optional<String> value) {
    if (value.isPresent()) {
      long key =
          path.map(p -> AuditKeys.value(p, value.get()))
              .orElseGet(() -> AuditKeys.value(value.get()));
      fields.put("_values", new BsonInt64(key));
    } else {
      path.ifPresent(p -> fields.put("_paths", new BsonString(p)));
    }
    return this;
  }

  /**
   * Asks for the number of a decision, a legal basis, minutes or a plan.
   *
   * @param number the number; empty for any
   * @return this
   */
  public AuditFilter number(Optional<String> number) {
    return is("_numbers", number.map(AuditKeys::number));
  }

  /**
   * Asks for words of reasons, bases and values; the last may be the beginning of one.
   *
   * @param text what was typed; empty for any
   * @return this
   */
  public AuditFilter words(Optional<String> text) {
    Set<String> words = text.map(SearchWords::of).orElse(Set.of());
    BsonArray all = new BsonArray();
    int left = words.size();
    for (String word : words) {
      BsonValue wanted =
          --left > 0
              ? new BsonString(word)
              : new BsonDocument("$regex", new BsonString("^" + word));
      all.add(new BsonDocument("_words", wanted));
    }
    if (all.size() == 1) {
      fields.putAll(all.get(0).asDocument());
    } else if (!all.isEmpty()) {
      fields.put("$and", all);
    }
    return this;
  }

  /**
   * All conditions together.
   *
   * @return a filter for the store
   */
  public BsonDocument build() {
    return fields;
  }

  private static BsonDocument in(String operator, Collection<? extends BsonValue> values) {
    return new BsonDocument(
        operator, new BsonArray(values.stream().<BsonValue>map(v -> v).toList()));
  }
}
