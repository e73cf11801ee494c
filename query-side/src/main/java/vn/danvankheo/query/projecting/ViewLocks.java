package vn.danvankheo.query.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.danvankheo.query.reading.AdvisoryLock;

/**
 * Says which views a process writes: each view of each definition is written by one. Of the
 * processes of one release one leads all its views but those that another release has, too, and
 * leads already. So a new release builds its own while the old one goes on with its own.
 */
final class ViewLocks {
  private final Connection connection;
  private final String databaseId;
  private final Set<String> held = new HashSet<>();

  /** Locks last as long as the connection. */
  ViewLocks(Connection connection, String databaseId) {
    this.connection = connection;
    this.databaseId = databaseId;
  }

  /** All views that this process may write now, those that it has had already among them. */
  List<Projection<?>> take(List<Projection<?>> projections) throws SQLException {
    String release =
        projections.stream().map(Projection::name).sorted().collect(Collectors.joining(","));
    if (!has("release " + release)) {
      return List.of();
    }
    List<Projection<?>> own = new ArrayList<>();
    for (Projection<?> projection : projections) {
      if (has("view " + projection.name())) {
        own.add(projection);
      }
    }
    return own;
  }

  private boolean has(String name) throws SQLException {
    if (!held.contains(name)
        && AdvisoryLock.tryLock(connection, "danvankheo views " + databaseId + " " + name)) {
      held.add(name);
    }
    return held.contains(name);
  }
}
