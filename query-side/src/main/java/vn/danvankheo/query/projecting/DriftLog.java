package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.danvankheo.query.parity.Difference;

/** Where it is written down which documents were found not to be what their events give. */
public interface DriftLog {
  /** Never ready, so that nothing is looked for. */
  DriftLog NONE =
      new DriftLog() {
        @Override
        public boolean isReady() {
          return false;
        }

        @Override
        public Set<Key> open() {
          return Set.of();
        }

        @Override
        public void found(Finding finding) {
          throw new IllegalStateException("Nothing is looked for");
        }

        @Override
        public void healed(Key document, Instant at) {
          throw new IllegalStateException("Nothing is looked for");
        }
      };

  /**
   * A document of a view.
   *
   * @param view the view's name
   * @param id the document's id
   */
  record Key(String view, String id) {}

  /**
   * What is not as it should be.
   *
   * @param view the view's name
   * @param documentId the document's id
   * @param position the log position up to which its events were folded
   * @param foundAt when it was found first
   * @param differences at least one; {@code old} is what is stored, {@code now} what events give
   */
  record Finding(
      String view,
      String documentId,
      long position,
      Instant foundAt,
      List<Difference> differences) {}

  /**
   * Whether it can be written already.
   *
   * @return false while its tables are not there
   * @throws SQLException when the event database is away
   */
  boolean isReady() throws SQLException;

  /**
   * What was found and is not healed.
   *
   * @return a new set
   * @throws SQLException when the event database is away
   */
  Set<Key> open() throws SQLException;

  /**
   * Writes down what was found, over what was found of the same document before.
   *
   * @param finding what was found
   * @throws SQLException when the event database is away
   */
  void found(Finding finding) throws SQLException;

  /**
   * A document is as it should be again.
   *
   * @param document it
   * @param at since when
   * @throws SQLException when the event database is away
   */
  void healed(Key document, Instant at) throws SQLException;
}
