package vn.danvankheo.query.views.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.SearchWords;
import vn.danvankheo.query.views.units.UnitTree;

/**
 * Which models a list has: all conditions together. What is true of a term stands in the documents
 * as a tag, once with the year before it and once without.
 */
public final class ModelFilter {
  private final BsonDocument fields = new BsonDocument();
  private final BsonArray tags = new BsonArray();
  private final BsonArray noTags = new BsonArray();
  private final BsonArray others = new BsonArray();
  private final Optional<Integer> year;

  /**
   * Begins with every model.
   *
   * @param year the term that all questions about a term are about; empty for any
   */
  public ModelFilter(Optional<Integer> year) {
    this.year = year;
    year.ifPresent(y -> tags.add(new BsonString(y.toString())));
  }

  /**
   * Asks for a field's exact value.
   *
   * @param field the documents' field
   * @param value the value; empty for any
   * @return this
   */
  public ModelFilter is(String field, Optional<String> value) {
    value.ifPresent(v -> fields.put(field, new BsonString(v)));
    return this;
  }

  /**
   * Asks for models of some units.
   *
   * @param codes the units
   * @return this
   */
  public ModelFilter ofUnits(Collection<String> codes) {
    fields.put("unitCode", in(codes));
    return this;
  }

  /**
   * Asks for a status: with a year that of its term, else the model's.
   *
   * @param status the status; empty for any
   * @return this
   */
  public ModelFilter status(Optional<TermStatus> status) {
    return year.isPresent() ? tag(status.map(Enum::name)) : is("status", status.map(Enum::name));
  }

  /**
   * Asks for what is true of a term.
   *
   * @param tag as {@link TermTags} writes it; empty for any
   * @return this
   */
  public ModelFilter tag(Optional<String> tag) {
    tag.ifPresent(t -> tags.add(ofYear(t)));
    return this;
  }

  /**
   * Asks for what is true of a term, or of none.
   *
   * @param tag as {@link TermTags} writes it
   * @param wanted which; empty for both
   * @return this
   */
  public ModelFilter tag(String tag, Optional<Boolean> wanted) {
    wanted.ifPresent(yes -> (yes ? tags : noTags).add(ofYear(tag)));
    return this;
  }

  /**
   * Asks for anything else.
   *
   * @param condition what the store understands
   * @return this
   */
  public ModelFilter and(BsonDocument condition) {
    others.add(condition);
    return this;
  }

  /**
   * Asks for words of the model or of its unit's names; the last may be the beginning of one, as
   * people are still typing it. A model also answers to the whole of its person's name.
   *
   * @param text what was typed
   * @param tree the units
   * @param named the models whose person is called so
   * @param past whether versions are looked for, whose ids begin with the model's
   * @return this
   */
  public ModelFilter words(String text, UnitTree tree, List<String> named, boolean past) {
    BsonArray all = new BsonArray();
    Set<String> words = SearchWords.of(text);
    int left = words.size();
    for (String word : words) {
      boolean whole = --left > 0;
      BsonValue wanted =
          whole ? new BsonString(word) : new BsonDocument("$regex", new BsonString("^" + word));
      BsonDocument inModel = new BsonDocument("_words", wanted);
      List<String> units = unitsWith(word, whole, tree);
      all.add(
          units.isEmpty()
              ? inModel
              : new BsonDocument(
                  "$or", new BsonArray(List.of(inModel, new BsonDocument("unitCode", in(units))))));
    }
    if (named.isEmpty()) {
      others.addAll(all);
    } else {
      BsonValue ids =
          past
              ? new BsonDocument("$regex", new BsonString("^(" + String.join("|", named) + ")@"))
              : in(named);
      BsonDocument byName = new BsonDocument("_id", ids);
      others.add(
          new BsonDocument("$or", new BsonArray(List.of(new BsonDocument("$and", all), byName))));
    }
    return this;
  }

  /**
   * All conditions together.
   *
   * @return a filter for the store, as flat as can be
   */
  public BsonDocument build() {
    BsonDocument own = fields.clone();
    if (tags.size() == 1 && noTags.isEmpty()) {
      own.put("_tags", tags.get(0));
    } else if (!tags.isEmpty() || !noTags.isEmpty()) {
      BsonDocument tagged = new BsonDocument();
      if (!tags.isEmpty()) {
        tagged.put("$all", tags);
      }
      if (!noTags.isEmpty()) {
        tagged.put("$nin", noTags);
      }
      own.put("_tags", tagged);
    }
    if (others.isEmpty()) {
      return own;
    }
    if (own.isEmpty() && others.size() == 1) {
      return others.get(0).asDocument();
    }
    BsonArray all = new BsonArray(others.getValues());
    if (!own.isEmpty()) {
      all.add(0, own);
    }
    return new BsonDocument("$and", all);
  }

  private BsonString ofYear(String tag) {
    return new BsonString(year.map(y -> y + "/" + tag).orElse(tag));
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
