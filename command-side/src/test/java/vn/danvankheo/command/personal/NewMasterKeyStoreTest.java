package vn.danvankheo.command.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.sealing.TextKey;
import vn.danvankheo.events.sealing.WrongMasterKey;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.web.keys.MasterKeys;

class NewMasterKeyStoreTest {
  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'";

  private static final String ID = "0192f0c1-0000-7000-8000-000000000001";
  private static final String ERASED = "0192f0c1-0000-7000-8000-000000000002";
  private static final String IMPORT = "0192f0c1-0000-7000-8000-000000000003";
  private static final byte[] FILE = "Lò Văn Mẫu;0912345678".getBytes(StandardCharsets.UTF_8);
  private static final String EVENTS =
      "SELECT md5(string_agg(e::text, '|' ORDER BY position)) FROM event_log e";
  private static final String NAMED =
      "SELECT count(*) FROM personal_key WHERE words @> ?::bigint[]";

  @TempDir private Path data;
  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate jdbc = database.jdbc();
  private MasterKey old;
  private PersonalText sealed;
  private byte[] encrypted;
  private String events;

  @BeforeEach
  void sealAName() throws Exception {
    Files.createDirectory(data.resolve("keys"));
    Files.writeString(data.resolve("keys/master.key"), TestDatabase.MASTER_KEY + "\n");
    old = MasterKeys.kept(data);
    try (WriteSide side = new WriteSide(database)) {
      PersonalKeys keys = side.get(PersonalKeys.class);
      TextKey name = keys.fresh(ID, "m/subjectName");
      sealed = name.seal(PersonalText.of("Lò Văn Mẫu"));
      TextKey gone = keys.fresh(ERASED, "m/contactPhone");
      keys.keep(
          List.of(new PersonalKeys.Fresh(name, "Lò Văn Mẫu"), new PersonalKeys.Fresh(gone, null)));
      keys.destroy("m/contactPhone");
    }
    byte[] fileKey = old.newWrapped(IMPORT);
    encrypted = old.encrypt(fileKey, IMPORT, FILE, "place");
    imported(fileKey);
    events = jdbc.queryForObject(EVENTS, String.class);
  }

  private void imported(byte[] key) {
    jdbc.update(
        "INSERT INTO import_job (id, state, dry_run, atomic, file_name, started_by, metadata,"
            + " fingerprint, created_at, file_key)"
            + " VALUES (?::uuid, 'PENDING', false, false, 'a', 'a', '', 'a', now(), ?)",
        IMPORT,
        key);
  }

  private int change() throws Exception {
    try (Connection connection = connect()) {
      return new NewMasterKey(alone(connection)).inFolder(data);
    }
  }

  /** A session that was closed a moment ago may still be there. */
  private static Connection alone(Connection connection) {
    JdbcTemplate own = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> own.queryForObject(OTHERS, Integer.class) == 0);
    return connection;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", "");
  }

  private PersonalKeys keys(MasterKey master) {
    return new PersonalKeys(jdbc, master, Clock.systemUTC());
  }

  @Test
  void everythingOpensByTheNewKeyAndNothingByTheOld() throws Exception {
    assertThat(change()).as("with the administrator's name").isEqualTo(3);
    MasterKey fresh = MasterKeys.kept(data);
    Map<String, TextKey> found = keys(fresh).find(Set.of(ID, ERASED));
    assertThat(found).containsOnlyKeys(ID);
    assertThat(found.get(ID).open(sealed).text()).isEqualTo("Lò Văn Mẫu");
    byte[] fileKey = jdbc.queryForObject("SELECT file_key FROM import_job", byte[].class);
    assertThat(fresh.decrypt(fileKey, IMPORT, encrypted, "place")).isEqualTo(FILE);
    assertThatThrownBy(() -> keys(old)).isInstanceOf(WrongMasterKey.class);
    assertThat(jdbc.queryForObject(EVENTS, String.class)).as("no event changed").isEqualTo(events);
  }

  @Test
  void aNameIsStillFound() throws Exception {
    byte[] before = jdbc.queryForObject("SELECT search_key FROM personal_vault", byte[].class);
    long word = old.wordNumbers(before, "search").of("=mau");
    assertThat(jdbc.queryForObject(NAMED, Long.class, "{" + word + "}")).isEqualTo(1);
    change();
    byte[] after = jdbc.queryForObject("SELECT search_key FROM personal_vault", byte[].class);
    assertThat(MasterKeys.kept(data).wordNumbers(after, "search").of("=mau")).isEqualTo(word);
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void endedBetweenDatabaseAndFileItIsBegunAgain() throws Exception {
    try (Connection connection = connect()) {
      assertThat(new NewMasterKey(alone(connection)).wrap(old, MasterKeys.next(data))).isEqualTo(3);
    }
    assertThatThrownBy(() -> keys(MasterKeys.kept(data))).isInstanceOf(WrongMasterKey.class);
    assertThat(change()).as("only the file is left").isZero();
    assertThat(keys(MasterKeys.kept(data)).find(Set.of(ID))).hasSize(1);
    assertThat(Files.readString(data.resolve("keys/master.key.before")).strip())
        .isEqualTo(TestDatabase.MASTER_KEY);
    assertThat(data.resolve("keys/master.key.new")).doesNotExist();
    assertThat(change()).as("and once more").isEqualTo(3);
  }

  @Test
  void changesNothingWhileOthersAreConnectedOrByAForeignKey() throws Exception {
    byte[] before = jdbc.queryForObject("SELECT search_key FROM personal_vault", byte[].class);
    try (Connection other = connect()) {
      assertThat(other.isValid(60)).isTrue();
      try (Connection connection = connect()) {
        assertThatThrownBy(() -> new NewMasterKey(connection).inFolder(data))
            .hasMessageContaining("others are connected");
      }
    }
    Files.writeString(data.resolve("keys/master.key"), MasterKey.generate());
    assertThatThrownBy(this::change).isInstanceOf(WrongMasterKey.class);
    assertThat(jdbc.queryForObject("SELECT search_key FROM personal_vault", byte[].class))
        .isEqualTo(before);
    assertThat(keys(old).find(Set.of(ID))).hasSize(1);
  }
}
