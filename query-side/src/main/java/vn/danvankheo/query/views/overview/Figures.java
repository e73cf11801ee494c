package vn.danvankheo.query.views.overview;

import java.util.Map;
import java.util.TreeMap;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * The figures of a year. A withdrawn registration counts by its status alone; a stopped one stays
 * in every figure of its year.
 */
final class Figures {
  final Map<String, Tally> byStatus = new TreeMap<>();
  final Map<String, Tally> byField = new TreeMap<>();
  final Map<String, Tally> bySubjectKind = new TreeMap<>();
  final Map<String, Tally> byUnit = new TreeMap<>();
  final Map<String, Tally> byLevel = new TreeMap<>();
  final Map<String, Tally> byCommendation = new TreeMap<>();
  Tally total = Tally.NONE;
  Tally recognized = Tally.NONE;
  Tally exemplars = Tally.NONE;
  Tally commended = Tally.NONE;
  Tally replicated = Tally.NONE;
  Tally late = Tally.NONE;
  Tally changedAfterReport = Tally.NONE;

  /** Adds terms that are alike in everything that is counted. */
  void add(TermGroup group) {
    count(byStatus, group.status().name(), group);
    if (group.status() == TermStatus.WITHDRAWN) {
      return;
    }
    total = plus(total, group, true);
    count(byField, group.field(), group);
    count(bySubjectKind, group.kind().name(), group);
    count(byUnit, group.unitCode(), group);
    group.levels().forEach(level -> count(byLevel, level, group));
    group.forms().forEach(form -> count(byCommendation, form, group));
    recognized = plus(recognized, group, !group.levels().isEmpty());
    exemplars = plus(exemplars, group, group.exemplar());
    commended = plus(commended, group, !group.forms().isEmpty());
    replicated = plus(replicated, group, group.replicated());
    late = plus(late, group, group.late());
    changedAfterReport = plus(changedAfterReport, group, group.changedAfterReport());
  }

  private static void count(Map<String, Tally> by, String key, TermGroup group) {
    by.put(key, plus(by.getOrDefault(key, Tally.NONE), group, true));
  }

  private static Tally plus(Tally tally, TermGroup group, boolean counts) {
    return counts ? tally.plus(group.kind(), group.count()) : tally;
  }
}
