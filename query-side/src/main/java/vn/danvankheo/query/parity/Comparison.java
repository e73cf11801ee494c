package vn.danvankheo.query.parity;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.DocumentCursor;
import vn.danvankheo.query.mongo.ViewDatabase;

/**
 * Compares two generations of a view while both go on. A document that reflects only what both had
 * reached when it was read must be the same in both. One that has changed since then is suspected,
 * and looked at again: by {@link #review} as long as there are many, and by {@link #settle} when
 * nobody writes and both stand at one position. Needs memory for what has changed, not for what
 * there is. Used by one thread at a time.
 */
public final class Comparison {
  /** So many values are named; the others only count. */
  public static final int MOST_NAMED = 100;

  /** So many of one document, so that the others are named, too. */
  private static final int MOST_OF_ONE = 10;

  private static final int MOST_REMEMBERED = 2_000;
  private static final int BATCH = 200;

  private final ViewDatabase database;
  private final Generation old;
  private final Generation now;
  private final DocumentDigest digest = new DocumentDigest();
  private final DigestSum oldSum = new DigestSum();
  private final DigestSum nowSum = new DigestSum();

  /** What has to be looked at again, by part and id, and whether the sums lack it. */
  private final Map<String, Map<String, Boolean>> open = new LinkedHashMap<>();

  private final Map<String, List<Difference>> differing = new LinkedHashMap<>();
  private long more;

  /** Told of the work as it goes on, to keep its pace; whatever it throws ends the work. */
  @FunctionalInterface
  public interface Pace {
    /**
     * Some documents have been looked at.
     *
     * @param documents how many, since the last call
     */
    void worked(int documents);
  }

  /**
   * Prepares to compare.
   *
   * @param database the views' database
   * @param old the generation that is served
   * @param now the other one, of the same definition
   */
  public Comparison(ViewDatabase database, Generation old, Generation now) {
    if (!old.collections().keySet().equals(now.collections().keySet())) {
      throw new IllegalArgumentException("Generations of different definitions can't be compared");
    }
    this.database = database;
    this.old = old;
    this.now = now;
  }

  /**
   * Notes that documents are written again, so that they are looked at again. May be called by the
   * writer while another thread compares.
   *
   * @param part the further collection; empty for the view's own
   * @param ids the documents' ids
   */
  public void written(String part, Collection<String> ids) {
    ids.forEach(id -> again(part, id, false));
  }

  private void again(String part, String id, boolean uncounted) {
    synchronized (open) {
      open.computeIfAbsent(part, name -> new LinkedHashMap<>())
          .merge(id, uncounted, Boolean::logicalOr);
    }
  }

  /**
   * Looks at every document once.
   *
   * @param reached everything up to this position is written in both, maybe more
   * @param pace is told of the work
   */
  public void walk(long reached, Pace pace) {
    for (String part : new TreeSet<>(old.collections().keySet())) {
      new Walk(part, reached, pace).run();
    }
  }

  /**
   * How many documents have to be looked at again.
   *
   * @return 0 or more
   */
  public int open() {
    synchronized (open) {
      return open.values().stream().mapToInt(Map::size).sum();
    }
  }

  /**
   * Looks again at what is suspected or was written, with what is settled by now.
   *
   * @param reached everything up to this position is written in both, maybe more
   * @param pace is told of the work
   */
  public void review(long reached, Pace pace) {
    Map<String, Map<String, Boolean>> taken;
    synchronized (open) {
      taken = new LinkedHashMap<>(open);
      open.clear();
    }
    taken.forEach(
        (part, ids) -> {
          List<String> all = List.copyOf(ids.keySet());
          for (int from = 0; from < all.size(); from += BATCH) {
            List<String> batch = all.subList(from, Math.min(from + BATCH, all.size()));
            judge(part, batch, reached, ids);
            pace.worked(batch.size());
          }
        });
  }

  private void judge(
      String part, Collection<String> batch, long reached, Map<String, Boolean> uncounted) {
    Map<String, BsonDocument> olds = database.load(collection(old, part), batch);
    Map<String, BsonDocument> nows = database.load(collection(now, part), batch);
    for (String id : batch) {
      judge(part, id, olds.get(id), nows.get(id), reached, uncounted.getOrDefault(id, true));
    }
  }

  /**
   * Ends the comparison. Nobody may be writing, and both generations stand at one position.
   *
   * @return what came of it
   */
  public Parity settle() {
    review(Long.MAX_VALUE, documents -> {});
    return new Parity(
        oldSum,
        nowSum,
        differing.size() + more,
        differing.values().stream().flatMap(List::stream).limit(MOST_NAMED).toList());
  }

  private static String collection(Generation generation, String part) {
    return Objects.requireNonNull(generation.collections().get(part));
  }

  private void judge(
      String part,
      String id,
      @Nullable BsonDocument before,
      @Nullable BsonDocument after,
      long reached,
      boolean uncounted) {
    byte[] oldDigest = before == null ? null : digest.of(part, before);
    byte[] nowDigest = after == null ? null : digest.of(part, after);
    boolean equal = Arrays.equals(oldDigest, nowDigest);
    if (!equal && Math.max(position(before), position(after)) > reached) {
      again(part, id, uncounted);
      return;
    }
    if (uncounted && oldDigest != null) {
      oldSum.add(oldDigest);
    }
    if (uncounted && nowDigest != null) {
      nowSum.add(nowDigest);
    }
    differ(part + '/' + id, equal ? List.of() : differences(part, id, before, after));
  }

  private static List<Difference> differences(
      String part, String id, @Nullable BsonDocument before, @Nullable BsonDocument after) {
    return before == null || after == null
        ? List.of(
            new Difference(
                part,
                id,
                "",
                before == null ? null : Difference.WHOLE,
                after == null ? null : Difference.WHOLE))
        : DocumentDifferences.between(part, id, before, after);
  }

  /** A document that was judged before, and has changed since, is as it is now. */
  private void differ(String document, List<Difference> differences) {
    if (differences.isEmpty()) {
      differing.remove(document);
    } else if (differing.size() < MOST_REMEMBERED || differing.containsKey(document)) {
      differing.put(document, differences.stream().limit(MOST_OF_ONE).toList());
    } else {
      more++;
    }
  }

  private static long position(@Nullable BsonDocument document) {
    return document == null ? 0 : ViewDatabase.position(document);
  }

  /** Both generations of one part side by side, in the order of ids. */
  private final class Walk {
    private final String part;
    private final long reached;
    private final Pace pace;
    private final Set<String> single = new LinkedHashSet<>();
    private int worked;

    Walk(String part, long reached, Pace pace) {
      this.part = part;
      this.reached = reached;
      this.pace = pace;
    }

    void run() {
      try (DocumentCursor olds = open(old);
          DocumentCursor nows = open(now)) {
        BsonDocument before = olds.current();
        BsonDocument after = nows.current();
        while (before != null || after != null) {
          int order = order(before, after);
          if (order == 0) {
            judge(part, ViewDatabase.id(before), before, after, reached, true);
          } else {
            single.add(ViewDatabase.id(order < 0 ? before : after));
          }
          if (order <= 0) {
            olds.advance();
            before = olds.current();
          }
          if (order >= 0) {
            nows.advance();
            after = nows.current();
          }
          step();
        }
      }
      lookUp();
      pace.worked(worked);
    }

    private static int order(@Nullable BsonDocument before, @Nullable BsonDocument after) {
      if (before == null || after == null) {
        return before == null ? 1 : -1;
      }
      return ViewDatabase.id(before).compareTo(ViewDatabase.id(after));
    }

    private DocumentCursor open(Generation generation) {
      return database.byId(collection(generation, part));
    }

    private void step() {
      if (single.size() == BATCH) {
        lookUp();
      }
      if (++worked == BATCH) {
        worked = 0;
        pace.worked(BATCH);
      }
    }

    /**
     * A document that was met on one side only may have come to the other since, or the server's
     * order of ids may be another one than ours.
     */
    private void lookUp() {
      judge(part, single, reached, Map.of());
      single.clear();
    }
  }
}
