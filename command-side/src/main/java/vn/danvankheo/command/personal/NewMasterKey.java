package vn.danvankheo.command.personal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.sealing.NameNumbers;
import vn.danvankheo.events.sealing.WrongMasterKey;
import vn.danvankheo.web.keys.MasterKeys;

/**
 * Changes the master key while nothing runs: every key in the event database is taken out of the
 * old one's wrapping and put into the new one's, in one transaction. No event is touched, since
 * events are sealed by the keys within. Whatever ends it midway, it can be begun again.
 */
public final class NewMasterKey {
  private static final int FETCHED = 1_000;
  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
  private static final String VAULT = "SELECT search_key FROM personal_vault FOR UPDATE";
  private static final String KEYS =
      "SELECT id, wrapped FROM personal_key WHERE wrapped IS NOT NULL FOR UPDATE";
  private static final String FILES =
      "SELECT id, file_key FROM import_job WHERE file_key IS NOT NULL FOR UPDATE";

  private final Connection connection;

  /**
   * Works on an event database.
   *
   * @param connection to it; no other may be open
   */
  public NewMasterKey(Connection connection) {
    this.connection = connection;
  }

  /**
   * Makes a new key in the data folder and wraps everything by it. The one before stays beside it
   * as {@code master.key.before}, for old backups.
   *
   * @param data the data folder
   * @return how many keys were wrapped anew; 0 when that was done before and only the file was left
   * @throws IOException when the folder can't be used
   * @throws SQLException when the event database is away
   * @throws WrongMasterKey when the folder's key is not the database's
   * @throws IllegalStateException when others are connected, or the folder has no key
   */
  public int inFolder(Path data) throws IOException, SQLException {
    int wrapped = wrap(MasterKeys.kept(data), MasterKeys.next(data));
    MasterKeys.take(data);
    return wrapped;
  }

  /**
   * Wraps everything by another key.
   *
   * @param old the key until now
   * @param fresh the key from now on
   * @return how many keys were wrapped anew; 0 when the new key is the database's already
   * @throws SQLException when the event database is away
   * @throws WrongMasterKey when neither key is the database's
   * @throws IllegalStateException when others are connected
   */
  public int wrap(MasterKey old, MasterKey fresh) throws SQLException {
    connection.setAutoCommit(false);
    try {
      refuseOthers();
      byte[] searchKey = searchKey();
      if (opens(fresh, searchKey)) {
        return 0;
      }
      byte[] wrapped = old.rewrapped(searchKey, NameNumbers.PURPOSE, fresh);
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE personal_vault SET search_key = ?")) {
        update.setBytes(1, wrapped);
        update.executeUpdate();
      }
      int count = each(KEYS, "UPDATE personal_key SET wrapped = ? WHERE id = ?", old, fresh);
      count += each(FILES, "UPDATE import_job SET file_key = ? WHERE id = ?", old, fresh);
      connection.commit();
      return count;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** A process that has the old key in its memory would open nothing any more. */
  private void refuseOthers() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OTHERS);
        ResultSet others = statement.executeQuery()) {
      others.next();
      if (others.getLong(1) > 0) {
        throw new IllegalStateException(
            others.getLong(1) + " others are connected to the event database: stop them first");
      }
    }
  }

  private byte[] searchKey() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(VAULT);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("personal_vault has no row: nothing was ever sealed here");
      }
      return row.getBytes(1);
    }
  }

  private static boolean opens(MasterKey key, byte[] searchKey) {
    try {
      return key.rewrapped(searchKey, NameNumbers.PURPOSE, key).length > 0;
    } catch (WrongMasterKey another) {
      return false;
    }
  }

  private int each(String select, String update, MasterKey old, MasterKey fresh)
      throws SQLException {
    int count = 0;
    try (PreparedStatement all = connection.prepareStatement(select);
        PreparedStatement put = connection.prepareStatement(update)) {
      all.setFetchSize(FETCHED);
      try (ResultSet row = all.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject(1, UUID.class);
          put.setBytes(1, old.rewrapped(row.getBytes(2), id.toString(), fresh));
          put.setObject(2, id);
          put.addBatch();
          if (++count % FETCHED == 0) {
            put.executeBatch();
          }
        }
      }
      put.executeBatch();
    }
    return count;
  }
}
