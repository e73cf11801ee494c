package vn.danvankheo.query.projecting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.danvankheo.query.reading.Signal;

/** Where everybody looks how far the views are, and waits for them to come further. */
public final class ViewBoard {
  private volatile Map<String, ViewStatus> statuses;
  private final Signal advanced = new Signal();

  /**
   * Begins with every view unknown.
   *
   * @param views the views' names
   */
  public ViewBoard(Collection<String> views) {
    Map<String, ViewStatus> unknown = new HashMap<>();
    views.forEach(view -> unknown.put(view, ViewStatus.building(view)));
    statuses = Map.copyOf(unknown);
  }

  /**
   * How a view stands.
   *
   * @param view its name
   * @return the last that is known
   */
  public ViewStatus status(String view) {
    ViewStatus status = statuses.get(view);
    if (status == null) {
      throw new IllegalArgumentException("No view is called " + view);
    }
    return status;
  }

  /**
   * How all views stand.
   *
   * @return by name
   */
  public List<ViewStatus> all() {
    return statuses.values().stream().sorted((a, b) -> a.view().compareTo(b.view())).toList();
  }

  /**
   * The position up to which all of some views reflect everything.
   *
   * @param views the views' names
   * @return the smallest; 0 while one is being built
   */
  public long position(Collection<String> views) {
    return views.stream().mapToLong(view -> status(view).position()).min().orElse(0);
  }

  /**
   * Raised whenever any status changes.
   *
   * @return the signal
   */
  public Signal advanced() {
    return advanced;
  }

  /** Makes whoever waits look again, such as before the process stops. */
  public void wake() {
    advanced.raise();
  }

  /** All at once: nobody sees some changed and others not. */
  synchronized void publish(Collection<ViewStatus> changed) {
    if (!changed.isEmpty()) {
      Map<String, ViewStatus> next = new HashMap<>(statuses);
      changed.forEach(status -> next.put(status.view(), status));
      statuses = Map.copyOf(next);
      advanced.raise();
    }
  }
}
