package vn.danvankheo.query.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.fold.PersonalTexts;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.sealing.NameNumbers;
import vn.danvankheo.events.sealing.TextKey;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.mongo.DocumentJson;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/**
 * Opens sealed names and telephone numbers for one answer at a time. The keys of an answer are
 * looked up together and forgotten with it: once one is destroyed, no process opens its words
 * again. What has no key any more reads as erased. Safe for use by many threads.
 */
public final class PersonalOpener {
  private static final Logger LOG = LoggerFactory.getLogger(PersonalOpener.class);
  private static final String FIND =
      "SELECT id, subject, wrapped FROM personal_key WHERE id = ANY (?) AND wrapped IS NOT NULL";
  private static final String SEARCH_KEY = "SELECT search_key FROM personal_vault";
  private static final String NAMED =
      "SELECT DISTINCT split_part(subject, '/', 1) FROM personal_key WHERE words @> ?";

  private final DataSource source;
  private final MasterKey master;
  private volatile @Nullable NameNumbers names;

  /**
   * Opens with the keys of an event database.
   *
   * @param source its connections
   * @param master what the keys are wrapped by
   */
  public PersonalOpener(DataSource source, MasterKey master) {
    this.source = source;
    this.master = master;
  }

  /**
   * Finds out at the start whether the master key is the right one, where the database can tell.
   *
   * @throws vn.danvankheo.events.sealing.WrongMasterKey when it is not
   */
  public void check() {
    try {
      names();
    } catch (EventDatabaseFailure e) {
      LOG.info("The master key will be checked at its first use: {}", e.getMessage());
    }
  }

  /**
   * How texts are to be shown in one answer.
   *
   * @param documents all that will be shown, as the views have it
   * @param language in which language it is told that something was erased
   * @return gives the words of every text in these documents
   * @throws EventDatabaseFailure when the event database is away
   */
  public OpenedTexts words(Collection<RawBsonDocument> documents, Language language) {
    Set<String> keys = new HashSet<>();
    documents.forEach(document -> DocumentJson.collectKeys(document, keys));
    return wordsBy(keys, language);
  }

  /**
   * How texts are to be shown in one answer.
   *
   * @param records all that will be shown
   * @param language in which language it is told that something was erased
   * @return gives the words of every text in these records
   * @throws EventDatabaseFailure when the event database is away
   */
  public OpenedTexts wordsOf(Collection<? extends Record> records, Language language) {
    Set<String> keys = new HashSet<>();
    records.forEach(
        record ->
            PersonalTexts.each(
                record,
                text -> {
                  if (text.isSealed()) {
                    keys.add(text.key());
                  }
                }));
    return wordsBy(keys, language);
  }

  /**
   * How texts are to be shown in one answer.
   *
   * @param texts all that will be shown
   * @param language in which language it is told that something was erased
   * @return gives the words of each of them
   * @throws EventDatabaseFailure when the event database is away
   */
  public OpenedTexts wordsOfAll(Collection<PersonalText> texts, Language language) {
    Set<String> keys = new HashSet<>();
    for (PersonalText text : texts) {
      if (text.isSealed()) {
        keys.add(text.key());
      }
    }
    return wordsBy(keys, language);
  }

  /**
   * Records as they are shown: every text in them is open.
   *
   * @param records as they were folded
   * @param language in which language it is told that something was erased
   * @return the same, in their order
   * @throws EventDatabaseFailure when the event database is away
   * @param <R> their type
   */
  public <R extends Record> List<R> open(List<R> records, Language language) {
    OpenedTexts words = wordsOf(records, language);
    return records.stream()
        .map(
            record ->
                PersonalTexts.change(
                    record, (path, text) -> new PersonalText(words.apply(text), text.personal())))
        .toList();
  }

  /**
   * The models whose subject is a person of that name.
   *
   * @param typed what is looked for; its last word may be the beginning of one
   * @return their ids; none when there is no letter or digit in it
   * @throws EventDatabaseFailure when the event database is away
   */
  public List<String> modelsNamed(String typed) {
    NameNumbers numbers = names();
    Long[] wanted = numbers == null ? new Long[0] : numbers.wanted(typed);
    if (wanted.length == 0) {
      return List.of();
    }
    return Sql.with(
        source,
        connection ->
            Sql.list(
                connection,
                NAMED,
                row -> row.getString(1),
                connection.createArrayOf("bigint", wanted)));
  }

  /**
   * How texts are to be shown in one answer.
   *
   * @param keys the keys of all that will be shown
   * @param language in which language it is told that something was erased
   * @return gives the words of every text sealed by one of these keys, and of open ones
   * @throws EventDatabaseFailure when the event database is away
   */
  public OpenedTexts wordsBy(Set<String> keys, Language language) {
    return new OpenedTexts(
        keys.size(),
        keys.isEmpty() ? Map.of() : find(keys),
        Labels.of("personal.erased", language));
  }

  private Map<String, TextKey> find(Set<String> keys) {
    Object[] ids = keys.stream().map(UUID::fromString).toArray();
    return Sql.with(
            source,
            connection ->
                Sql.list(connection, FIND, this::key, connection.createArrayOf("uuid", ids)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map.Entry<String, TextKey> key(ResultSet row) throws SQLException {
    String id = row.getString(1);
    return Map.entry(id, master.unwrap(id, row.getString(2), row.getBytes(3)));
  }

  /** Null as long as no command side has ever been started on the database. */
  private @Nullable NameNumbers names() {
    NameNumbers known = names;
    if (known == null) {
      byte[] key = Sql.first(source, SEARCH_KEY, row -> row.getBytes(1)).orElse(null);
      known = key == null ? null : new NameNumbers(master.wordNumbers(key, NameNumbers.PURPOSE));
      names = known;
    }
    return known;
  }
}
