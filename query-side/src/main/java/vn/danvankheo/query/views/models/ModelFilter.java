package vn.danvankheo.query.views.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.SearchWords;
import vn.danvankheo.query.views.units.UnitTree;

/** Which models a list has: all conditions together. With a year, they are about that term. */
public final class ModelFilter {
  private final BsonArray conditions = new BsonArray();
  private final BsonDocument term = new BsonDocument();

  /** Begins with every model. */
  public ModelFilter() {}

  /**
   * Asks for a field's exact value.
   *
   * @param field the documents' field
   * @param value the value; empty for any
   * @return this
   */
  public ModelFilter is(String field, Optional<String> value) {
    value.ifPresent(v -> conditions.add(new BsonDocument(field, new BsonString(v))));
    return this;
  }

  /**
   * Asks for models of some units.
   *
   * @param codes the units
   * @return this
   */
  public ModelFilter ofUnits(Collection<String> codes) {
    conditions.add(new BsonDocument("unitCode", in(codes)));
    return this;
  }

  /**
   * Asks for a status: with a year that of its term, else the model's.
   *
   * @param status the status; empty for any
   * @param year the term; empty for any
   * @return this
   */
  public ModelFilter status(Optional<TermStatus> status, Optional<Integer> year) {
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

  /**
   * Asks for models recognised in a year.
   *
   * @param year the year; empty for any
   * @return this
   */
  public ModelFilter recognizedIn(Optional<Integer> year) {
    year.ifPresent(
        y -> {
          term.put("year", new BsonInt32(y));
          term.put("recognitions", new BsonDocument("$gt", new BsonInt32(0)));
        });
    return this;
  }

  /**
   * Asks for a recognition at a level.
   *
   * @param level the level; empty for any
   * @return this
   */
  public ModelFilter level(Optional<String> level) {
    level.ifPresent(l -> term.put("levels", new BsonString(l)));
    return this;
  }

  /**
   * Asks for terms registered late, or in time.
   *
   * @param late which; empty for both
   * @return this
   */
  public ModelFilter late(Optional<Boolean> late) {
    late.ifPresent(yes -> term.put("late", BsonBoolean.valueOf(yes)));
    return this;
  }

  /**
   * Asks for terms that have some of what is counted, or none.
   *
   * @param count the term's count
   * @param flag the model's own flag, for when no year is given
   * @param wanted which; empty for both
   * @return this
   */
  public ModelFilter has(String count, String flag, Optional<Boolean> wanted) {
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

  /**
   * Asks for anything else.
   *
   * @param condition what the store understands
   * @return this
   */
  public ModelFilter and(BsonDocument condition) {
    conditions.add(condition);
    return this;
  }

  /**
   * Asks for words of the model or of its unit's names; the last may be the beginning of one, as
   * people are still typing it.
   *
   * @param text what was typed
   * @param tree the units
   * @return this
   */
  public ModelFilter words(String text, UnitTree tree) {
    Set<String> words = SearchWords.of(text);
    int left = words.size();
    for (String word : words) {
      boolean whole = --left > 0;
      BsonValue wanted = whole ? new BsonString(word) : new BsonRegularExpression("^" + word);
      BsonDocument inModel = new BsonDocument("_words", wanted);
      List<String> units = unitsWith(word, whole, tree);
      conditions.add(
          units.isEmpty()
              ? inModel
              : new BsonDocument(
                  "$or", new BsonArray(List.of(inModel, new BsonDocument("unitCode", in(units))))));
    }
    return this;
  }

  /**
   * All conditions together.
   *
   * @return a filter for the store
   */
  public BsonDocument build() {
    BsonArray all = new BsonArray(conditions.getValues());
    if (!term.isEmpty()) {
      all.add(new BsonDocument("_terms", new BsonDocument("$elemMatch", term)));
    }
    return all.isEmpty() ? new BsonDocument() : new BsonDocument("$and", all);
  }

  private static List<String> unitsWith(String word, boolean whole, UnitTree tree) {
    return tree.all().stream()
        .filter(unit -> UnitTree.hasWord(unit, word, whole))
        .map(UnitState::code)
        .toList();
  }

  private static BsonDocument in(Collection<String> values) {
    return new BsonDocument("$in", new BsonArray(values.stream().map(BsonString::new).toList()));
  }
}
