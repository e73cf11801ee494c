package vn.danvankheo.query.projecting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.danvankheo.query.mongo.Checkpoint;

/** What the process that leads lends to builders. Safe for use by many threads. */
public interface Leading {
  /**
   * The leader's term.
   *
   * @return greater than every earlier leader's
   */
  long term();

  /**
   * The views that this process leads. Another process may lead others of the same database, such
   * as those of another release.
   *
   * @return from one on
   */
  List<Projection<?>> projections();

  /**
   * Generations that were replaced last, and are kept for a way back.
   *
   * @return of views that this process leads, and where each goes on
   */
  Map<Projection<?>, Checkpoint> previous();

  /**
   * Names new generations.
   *
   * @return a number that no other generation ever has
   */
  long nextGeneration();

  /**
   * Views that no generation of this log is there for when the term begins.
   *
   * @return empty as a rule
   */
  List<Projection<?>> missing();

  /**
   * Gives generations that are built up to a position to the leader, who brings them up to the live
   * position, keeps them there, and asks the gate between two pages.
   *
   * @param built the views, and where each goes on
   * @param gate decides about all of them together
   */
  void handOver(Map<Projection<?>, Checkpoint> built, SwapGate gate);

  /**
   * Makes a document anew from its own stream, between two pages.
   *
   * @param view the view's name
   * @param documentId the document's id
   * @return what came of it; fails with whatever kept the leader from it, or when the term ends
   */
  CompletableFuture<Mended> mend(String view, String documentId);

  /** Makes the leader ask all gates soon. */
  void look();
}
