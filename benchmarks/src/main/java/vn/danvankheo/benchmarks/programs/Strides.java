package vn.danvankheo.benchmarks.programs;

import java.util.List;

/** The order in which readers ask for models. */
public final class Strides {
  /** A prime, so that neighbours in time are no neighbours in the store. */
  private static final long STRIDE = 7_919;

  private Strides() {}

  /**
   * What a reader asks for at some time. Each goes through all of them in an order of its own.
   *
   * @param ids the models
   * @param reader the reader's number, from 0
   * @param time how often it has asked before
   * @return one of the ids
   */
  public static String one(List<String> ids, int reader, int time) {
    return ids.get((int) ((time + 1L) * (STRIDE + reader) % ids.size()));
  }
}
