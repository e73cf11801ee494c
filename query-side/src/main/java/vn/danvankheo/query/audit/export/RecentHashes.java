package vn.danvankheo.query.audit.export;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.query.audit.ledger.LedgerStore;

/** A tree's hashes for proofs of leaves that follow each other: neighbours share most of theirs. */
final class RecentHashes implements TreeHashes {
  private static final int KEPT = 4096;
  private static final int READ = 64;

  private final Map<Long, Hash> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Hash> eldest) {
          return size() > KEPT;
        }
      };
  private @Nullable Connection connection;
  private @Nullable TreeHashes stored;
  private int read;

  /** Says where to read what is not known. */
  void readFrom(Connection from) {
    connection = from;
  }

  @Override
  public Hash at(int level, long index) {
    long key = index << 6 | level;
    Hash known = recent.get(key);
    if (known == null) {
      known = stored().at(level, index);
      recent.put(key, known);
    }
    return known;
  }

  /** What is stored keeps all tiles that it has read, so it is begun anew from time to time. */
  private TreeHashes stored() {
    TreeHashes from = stored;
    if (from == null || ++read % READ == 0) {
      Connection open = connection;
      if (open == null) {
        throw new IllegalStateException("Nowhere to read from");
      }
      from = LedgerStore.hashes(open);
      stored = from;
    }
    return from;
  }
}
