package vn.danvankheo.command.personal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.sealing.NameNumbers;
import vn.danvankheo.events.sealing.TextKey;

/** The keys in the event database, in the current transaction if there is one. */
public final class PersonalKeys {
  private static final String BEGIN =
      "INSERT INTO personal_vault (search_key, created_at) VALUES (?,?) ON CONFLICT DO NOTHING";
  private static final String SEARCH_KEY = "SELECT search_key FROM personal_vault";
  private static final String KEEP =
      "INSERT INTO personal_key (id, subject, wrapped, words, created_at) VALUES (?,?,?,?,?)";
  private static final String FORGET_WORDS =
      "UPDATE personal_key SET words = NULL WHERE subject = ? AND words IS NOT NULL";
  private static final String FIND =
      "SELECT id, subject, wrapped FROM personal_key WHERE id = ANY (?) AND wrapped IS NOT NULL";
  private static final String DESTROY =
      "UPDATE personal_key SET wrapped = NULL, words = NULL, destroyed_at = ?"
          + " WHERE subject = ? AND wrapped IS NOT NULL";

  private final JdbcTemplate jdbc;
  private final MasterKey master;
  private final Clock clock;
  private final NameNumbers names;

  /**
   * Opens the keys.
   *
   * @param jdbc the event database
   * @param master what they are wrapped by
   * @param clock tells when
   * @throws vn.danvankheo.events.sealing.WrongMasterKey when it is another than they were wrapped
   *     by
   */
  public PersonalKeys(JdbcTemplate jdbc, MasterKey master, Clock clock) {
    this.jdbc = jdbc;
    this.master = master;
    this.clock = clock;
    jdbc.update(BEGIN, master.newWrapped(NameNumbers.PURPOSE), now());
    byte[] searchKey = jdbc.queryForObject(SEARCH_KEY, byte[].class);
    if (searchKey == null) {
      throw new IllegalStateException("personal_vault has lost its row");
    }
    this.names = new NameNumbers(master.wordNumbers(searchKey, NameNumbers.PURPOSE));
  }

  /**
   * A new key with what it has to be kept with.
   *
   * @param key the key
   * @param name the words by which its place is found; null when it is not
   */
  record Fresh(TextKey key, @Nullable String name) {}

  /** Keeps new keys. */
  void keep(List<Fresh> keys) {
    jdbc.batchUpdate(
        KEEP,
        keys,
        keys.size(),
        (insert, fresh) -> {
          insert.setObject(1, UUID.fromString(fresh.key().id()));
          insert.setString(2, fresh.key().subject());
          insert.setBytes(3, fresh.key().wrapped(master));
          String name = fresh.name();
          insert.setArray(
              4,
              name == null ? null : insert.getConnection().createArrayOf("bigint", names.of(name)));
          insert.setObject(5, now());
        });
  }

  /** A place is found by its former words no more. */
  void forgetWords(Collection<String> subjects) {
    subjects.forEach(subject -> jdbc.update(FORGET_WORDS, subject));
  }

  TextKey fresh(String id, String subject) {
    return master.newKey(id, subject);
  }

  /** The keys that are still there, by their ids. */
  Map<String, TextKey> find(Set<String> ids) {
    Map<String, TextKey> found = new HashMap<>();
    UUID[] wanted = ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    jdbc.query(
        FIND,
        row -> {
          String id = row.getString(1);
          found.put(id, master.unwrap(id, row.getString(2), row.getBytes(3)));
        },
        (Object) wanted);
    return found;
  }

  /**
   * Destroys all keys of a place.
   *
   * @param subject the place
   * @return how many there were
   */
  public int destroy(String subject) {
    return jdbc.update(DESTROY, now(), subject);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
