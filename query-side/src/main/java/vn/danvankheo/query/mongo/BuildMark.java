package vn.danvankheo.query.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the build of new generations is. Everything up to a stream is written, so that whoever
 * goes on begins behind it; what is written beyond is written again.
 *
 * @param id what is built is told from other builds by
 * @param eventStoreId the event store it is folded from
 * @param position the log position that it reflects when it is built
 * @param eventId the event at that position; null at the beginning
 * @param stream the last stream that is in; empty when none is
 * @param done events that are in
 * @param total events that there are up to the position
 * @param built whether everything is in and the indexes are made
 * @param generations what is built
 */
public record BuildMark(
    String id,
    String eventStoreId,
    long position,
    @Nullable String eventId,
    String stream,
    long done,
    long total,
    boolean built,
    List<Generation> generations) {

  /**
   * One view's new generation.
   *
   * @param view the view with its definition version
   * @param collection where its documents are
   * @param changedAt the position of the last event that changed any document; 0 when none did
   * @param tallies of the collection, by an empty name, and of each of its parts
   */
  public record Generation(String view, String collection, long changedAt, List<Tally> tallies) {}

  /**
   * What a collection holds.
   *
   * @param part the further collection's name; empty for the generation's own
   * @param documents how many, from 0
   * @param digest of them all in any order, as {@code DigestSum} writes it
   */
  public record Tally(String part, long documents, String digest) {}

  /**
   * The checkpoint of a generation that is built.
   *
   * @param generation one of {@link #generations}
   * @return where its view goes on
   */
  public Checkpoint checkpoint(Generation generation) {
    return Checkpoint.start(generation.view(), generation.collection(), eventStoreId)
        .at(position, eventId)
        .changed(generation.changedAt());
  }
}
