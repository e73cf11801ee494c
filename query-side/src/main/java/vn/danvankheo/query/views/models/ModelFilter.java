package vn.danvankheo.query.views.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;
import vn.danvankheo.events.vocabulary.TermStatus;

/** Which models a list has: all conditions together. With a year, they are about that term. */
final class ModelFilter {
  private final BsonArray conditions = new BsonArray();
  private final BsonDocument term = new BsonDocument();

  /** Asks for a field's exact value. */
  ModelFilter is(String field, Optional<String> value) {
    value.ifPresent(v -> conditions.add(new BsonDocument(field, new BsonString(v))));
    return this;
  }

  /** Asks for models of some units. */
  ModelFilter ofUnits(Collection<String> codes) {
    conditions.add(new BsonDocument("unitCode", in(codes)));
    return this;
  }

  /**
   * Asks for a status: with a year that of its term, else the model's.
   *
   * @param year the term; empty for any
   */
  ModelFilter status(Optional<TermStatus> status, Optional<Integer> year) {
    year.ifPresent(y -> term.put("year", new BsonInt32(y)));
    status.ifPresent(
        s -> {
          BsonString name = new BsonString(s.name());
          if (year.isPresent()) {
            term.put("status", name);
          } else {
            conditions.add(new BsonDocument("status", name));
          }
        });
    return this;
  }

  /** Asks for a recognition at a level. */
  ModelFilter level(Optional<String> level) {
    level.ifPresent(l -> term.put("levels", new BsonString(l)));
    return this;
  }

  /** Asks for terms registered late, or in time. */
  ModelFilter late(Optional<Boolean> late) {
    late.ifPresent(yes -> term.put("late", BsonBoolean.valueOf(yes)));
    return this;
  }

  /**
   * Asks for terms that have some of what is counted, or none.
   *
   * @param count the term's count
   * @param flag the model's own flag, for when no year is given
   */
  ModelFilter has(String count, String flag, Optional<Boolean> wanted) {
    wanted.ifPresent(
        yes -> {
          if (term.containsKey("year")) {
            term.put(count, new BsonDocument(yes ? "$gt" : "$eq", new BsonInt32(0)));
          } else {
            conditions.add(new BsonDocument(flag, BsonBoolean.valueOf(yes)));
          }
        });
    return this;
  }

  /** Asks for anything else. */
  ModelFilter and(BsonDocument condition) {
    conditions.add(condition);
    return this;
  }

  /**
   * Asks for words of the model or of its unit's names; the last may be the beginning of one, as
   * people are still typing it.
   *
   * @param words folded
   * @param unitsWith finds the units that have such a word; the flag tells whether it is whole
   */
  ModelFilter words(Collection<String> words, BiFunction<String, Boolean, Set<String>> unitsWith) {
    int left = words.size();
    for (String word : words) {
      boolean whole = --left > 0;
      BsonValue wanted = whole ? new BsonString(word) : new BsonRegularExpression("^" + word);
      BsonDocument inModel = new BsonDocument("_words", wanted);
      Set<String> units = unitsWith.apply(word, whole);
      conditions.add(
          units.isEmpty()
              ? inModel
              : new BsonDocument(
                  "$or", new BsonArray(List.of(inModel, new BsonDocument("unitCode", in(units))))));
    }
    return this;
  }

  /** The filter for the store. */
  BsonDocument build() {
    BsonArray all = new BsonArray(conditions.getValues());
    if (!term.isEmpty()) {
      all.add(new BsonDocument("_terms", elementMatching(term)));
    }
    return all.isEmpty() ? new BsonDocument() : new BsonDocument("$and", all);
  }

  private static BsonDocument elementMatching(BsonDocument condition) {
    return new BsonDocument("$elemMatch", condition);
  }

  private static BsonDocument in(Collection<String> values) {
    return new BsonDocument("$in", new BsonArray(values.stream().map(BsonString::new).toList()));
  }
}
