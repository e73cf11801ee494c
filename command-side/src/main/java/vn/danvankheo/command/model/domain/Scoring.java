package vn.danvankheo.command.model.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.Score;

/** Points for each criterion of a plan, exactly once. */
final class Scoring {
  private static final BigDecimal STEP = new BigDecimal("0.25");

  private Scoring() {}

  static void check(List<Score> scores, List<Criterion> criteria, Faults faults) {
    Map<String, Criterion> byCode =
        criteria.stream().collect(Collectors.toMap(Criterion::code, Function.identity()));
    faults.distinct(scores.stream().map(Score::criterion).toList(), "/scores/%d/criterion");
    for (int i = 0; i < scores.size(); i++) {
      Criterion criterion = byCode.get(scores.get(i).criterion());
      if (criterion == null) {
        faults.add("/scores/" + i + "/criterion", FaultCode.CRITERION_UNKNOWN);
      } else {
        checkPoints(scores.get(i).points(), criterion.maxPoints(), i, faults);
      }
    }
    checkComplete(scores, criteria, faults);
  }

  private static void checkPoints(BigDecimal points, BigDecimal maximum, int i, Faults faults) {
    String pointer = "/scores/" + i + "/points";
    if (points.compareTo(maximum) > 0) {
      faults.add(pointer, FaultCode.SCORE_ABOVE_MAXIMUM, "maximum", maximum);
    } else if (points.signum() < 0) {
      faults.add(pointer, FaultCode.SCORE_NEGATIVE);
    } else if (points.remainder(STEP).signum() != 0) {
      faults.add(pointer, FaultCode.WRONG_STEP, "step", STEP);
    }
  }

  private static void checkComplete(List<Score> scores, List<Criterion> criteria, Faults faults) {
    Set<String> scored = scores.stream().map(Score::criterion).collect(Collectors.toSet());
    List<String> missing =
        criteria.stream().map(Criterion::code).filter(code -> !scored.contains(code)).toList();
    if (!missing.isEmpty()) {
      faults.add("/scores", FaultCode.CRITERION_MISSING, "criteria", String.join(", ", missing));
    }
  }
}
