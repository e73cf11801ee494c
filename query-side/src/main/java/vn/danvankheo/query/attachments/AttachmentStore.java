package vn.danvankheo.query.attachments;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Sql;

/** Reads papers piece by piece. */
public final class AttachmentStore {
  private final DataSource source;

  /**
   * Reads from the event database.
   *
   * @param source its connections
   */
  public AttachmentStore(DataSource source) {
    this.source = source;
  }

  /**
   * What is known of a paper.
   *
   * @param id its id, {@code sha256:…}
   * @param name as it was uploaded
   * @param mediaType by its content
   * @param size in bytes
   */
  public record Paper(String id, String name, String mediaType, long size) {}

  /**
   * Looks a paper up.
   *
   * @param id its id, {@code sha256:…}
   * @return empty when there is none
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<Paper> find(String id) {
    return Sql.first(
        source,
        "SELECT name, media_type, size FROM attachment WHERE id = ?",
        row -> new Paper(id, row.getString(1), row.getString(2), row.getLong(3)),
        id);
  }

  /**
   * Copies a paper's content, holding one piece of it.
   *
   * @param paper what {@link #find} gave
   * @param out takes the content; stays open
   * @throws IOException when it can't take it
   * @throws EventDatabaseFailure when the event database is away
   */
  public void copy(Paper paper, OutputStream out) throws IOException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT no, content FROM attachment_piece
                WHERE attachment_id = ? AND no > ? ORDER BY no LIMIT 1
                """)) {
      statement.setString(1, paper.id());
      int last = Integer.MIN_VALUE;
      boolean more = true;
      while (more) {
        statement.setInt(2, last);
        try (ResultSet piece = statement.executeQuery()) {
          more = piece.next();
          if (more) {
            last = piece.getInt(1);
            out.write(piece.getBytes(2));
          }
        }
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }
}
