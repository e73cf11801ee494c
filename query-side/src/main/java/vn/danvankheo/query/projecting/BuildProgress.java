package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildMark.Generation;
import vn.danvankheo.query.mongo.BuildMark.Tally;
import vn.danvankheo.query.parity.DigestSum;

/** How far a build is: the portions summed up in the order of the log's streams. */
final class BuildProgress {
  private final long total;
  private final List<Lane.Written> written = new ArrayList<>();
  private long done;
  private BuildMark mark;

  /**
   * What became of a portion.
   *
   * @param stream its last stream, when that is whole with it; empty when it goes on
   * @param rows how many events it had
   * @param written what each generation got
   */
  record Part(String stream, int rows, List<Lane.Written> written) {}

  BuildProgress(BuildMark from, long total) {
    this.total = total;
    this.done = from.done();
    this.mark = from;
    for (Generation generation : from.generations()) {
      Lane.Written before = new Lane.Written();
      before.changed(generation.changedAt());
      for (Tally tally : generation.tallies()) {
        before.tally(tally.part()).add(DigestSum.of(tally.documents(), tally.digest()));
      }
      written.add(before);
    }
    this.mark = marked(from.stream(), done, false);
  }

  void add(Part part) {
    done += part.rows();
    for (int i = 0; i < written.size(); i++) {
      written.get(i).add(part.written().get(i));
    }
    if (!part.stream().isEmpty()) {
      mark = marked(part.stream(), done, false);
    }
  }

  /** Where a later build can go on: behind a whole stream. */
  BuildMark mark() {
    return mark;
  }

  /** The mark of everything. */
  BuildMark built() {
    return marked(mark.stream(), done, true);
  }

  private BuildMark marked(String stream, long events, boolean built) {
    List<Generation> generations = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Generation before = mark.generations().get(i);
      List<Tally> tallies = new ArrayList<>();
      written
          .get(i)
          .tallies()
          .forEach((part, sum) -> tallies.add(new Tally(part, sum.documents(), sum.toString())));
      generations.add(
          new Generation(before.view(), before.collection(), written.get(i).changedAt(), tallies));
    }
    return new BuildMark(
        mark.id(),
        mark.eventStoreId(),
        mark.position(),
        mark.eventId(),
        stream,
        events,
        built ? events : Math.max(total, events),
        built,
        generations);
  }
}
