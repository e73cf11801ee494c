package vn.danvankheo.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Task;
import vn.danvankheo.benchmarks.programs.HttpLine;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Registry;

/**
 * Updates models in turn over HTTP, each writer on a line and with models of its own: with a token,
 * a new idempotency key and the version that the writer saw last.
 */
abstract class HttpContender implements Contender {
  /** How often a fresh model is updated at most. */
  private static final int UPDATES = 10;

  private final String name;
  private final Registry registry;
  private final HttpLines lines;
  private final Map<String, Long> versions;

  /** The first text is the one that models are registered with. */
  private int updates = 1;

  private HttpContender(
      String name, Registry registry, HttpLines lines, Map<String, Long> versions) {
    this.name = name;
    this.registry = registry;
    this.lines = lines;
    this.versions = versions;
  }

  /** On models that are registered for every round. */
  static HttpContender onFresh(String name, Registry registry, HttpLines lines) {
    return new HttpContender(name, registry, lines, new ConcurrentHashMap<>()) {
      @Override
      List<String> models(int writer, int writers, int operations) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= operations / UPDATES; i++) {
          ids.add(seen(registry.register(lines.of(writer))));
        }
        return ids;
      }
    };
  }

  /** On given models at given versions, which go on; each writer on its share. */
  static HttpContender on(
      String name, Registry registry, HttpLines lines, Map<String, Long> versions) {
    List<String> models = versions.keySet().stream().sorted().toList();
    return new HttpContender(name, registry, lines, versions) {
      @Override
      List<String> models(int writer, int writers, int operations) {
        int share = models.size() / writers;
        return models.subList(writer * share, (writer + 1) * share);
      }
    };
  }

  /** A writer's models for a round of so many updates. */
  abstract List<String> models(int writer, int writers, int operations) throws IOException;

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<Task> prepare(int writers, int operations) throws IOException {
    int first = updates;
    updates += operations;
    List<Task> tasks = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      HttpLine line = lines.of(writer);
      List<String> models = models(writer, writers, operations);
      tasks.add(i -> update(line, models.get(i % models.size()), first + i));
    }
    return tasks;
  }

  private void update(HttpLine line, String id, int number) throws IOException {
    seen(registry.update(line, id, versions.get(id), number));
  }

  final String seen(Registry.Done done) {
    versions.put(done.id(), done.version());
    return done.id();
  }
}
