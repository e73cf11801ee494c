package vn.danvankheo.benchmarks.commands;

import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Task;

/** Updates models in turn; each writer has models of its own, so that nobody waits for another. */
abstract class ModelContender implements Contender {
  /** How often a fresh model is updated at most. */
  static final int UPDATES = 10;

  private final String name;

  /** The first text is the one that models are registered with. */
  private int updates = 1;

  ModelContender(String name) {
    this.name = name;
  }

  /** A writer's models for a round of so many updates. */
  abstract List<String> models(int writer, int operations) throws Exception;

  /** Changes a model once; the number tells this change from the one before. */
  abstract void update(String id, int number) throws Exception;

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<Task> prepare(int writers, int operations) throws Exception {
    int first = updates;
    updates += operations;
    List<Task> tasks = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      List<String> models = models(writer, operations);
      tasks.add(i -> update(models.get(i % models.size()), first + i));
    }
    return tasks;
  }
}
