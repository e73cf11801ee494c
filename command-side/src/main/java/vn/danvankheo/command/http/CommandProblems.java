package vn.danvankheo.command.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.attachment.AttachmentTooLarge;
import vn.danvankheo.command.attachment.UnsupportedContent;
import vn.danvankheo.command.domain.Fault;
import vn.danvankheo.command.domain.InvalidCommand;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.execution.AggregateUnknown;
import vn.danvankheo.command.execution.Contention;
import vn.danvankheo.command.execution.IdempotencyKeyReused;
import vn.danvankheo.command.execution.Refusal;
import vn.danvankheo.command.execution.StaleVersion;
import vn.danvankheo.command.importing.reading.UnreadableFile;
import vn.danvankheo.command.session.LoginRefused;
import vn.danvankheo.command.session.LoginThrottled;
import vn.danvankheo.command.session.WrongPassword;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemMapper;

/** What refusals of the write side mean to the caller. */
public final class CommandProblems implements ProblemMapper {
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  /** Explains all refusals. */
  public CommandProblems() {}

  @Override
  public @Nullable Problem problemOf(Throwable thrown) {
    if (thrown instanceof RuleBroken broken) {
      return broken(broken.rule().name(), broken.details());
    }
    if (thrown instanceof InvalidCommand invalid) {
      return invalid(invalid.faults());
    }
    if (thrown instanceof StaleVersion stale) {
      return stale(stale.currentVersion());
    }
    if (thrown instanceof AggregateUnknown) {
      return ProblemCode.NOT_FOUND.problem();
    }
    if (thrown instanceof IdempotencyKeyReused) {
      return ProblemCode.IDEMPOTENCY_KEY_REUSED.problem();
    }
    if (thrown instanceof LoginRefused) {
      return ProblemCode.INVALID_CREDENTIALS
          .problem()
          .header("WWW-Authenticate", "Bearer realm=\"danvankheo\"");
    }
    if (thrown instanceof LoginThrottled throttled) {
      return ProblemCode.TOO_MANY_REQUESTS.retryAfter(throttled.retryAfter());
    }
    if (thrown instanceof WrongPassword) {
      return ProblemCode.INVALID_FIELDS.problem(
          List.of(new FieldFault("/oldPassword", "WRONG_PASSWORD")));
    }
    if (thrown instanceof AttachmentTooLarge) {
      return ProblemCode.BODY_TOO_LARGE.problem(Map.of("limit", "25 MB"));
    }
    if (thrown instanceof UnsupportedContent) {
      return Problem.of(415, "UNSUPPORTED_CONTENT");
    }
    if (thrown instanceof UnreadableFile unreadable) {
      return unreadable(unreadable);
    }
    if (thrown instanceof Contention) {
      return ProblemCode.STORE_UNAVAILABLE.retryAfter(SHORTLY);
    }
    return null;
  }

  /**
   * What the refusal of one command among several means.
   *
   * @param refusal why it was refused
   * @return the problem it would have been alone
   */
  static Problem problemOf(Refusal refusal) {
    return switch (refusal.kind()) {
      case RULE_BROKEN -> broken(String.valueOf(refusal.code()), refusal.details());
      case INVALID -> invalid(refusal.faults());
      case STALE -> stale(refusal.currentVersion() == null ? 0 : refusal.currentVersion());
      case UNKNOWN -> ProblemCode.NOT_FOUND.problem();
    };
  }

  private static Problem broken(String code, Map<String, Object> details) {
    Problem problem = Problem.of(statusOf(code), code).with(details);
    Object model = details.get("modelId");
    return model == null ? problem : problem.member("modelId", model);
  }

  /** What hangs on who asks is forbidden; what hangs on the state of things is a conflict. */
  private static int statusOf(String code) {
    return switch (Rule.valueOf(code)) {
      case NOT_YOUR_UNIT, ROLE_NOT_ENTITLED -> 403;
      case INSPECTION_UNKNOWN, FINDING_UNKNOWN, COMMENDATION_UNKNOWN -> 404;
      default -> 409;
    };
  }

  private static Problem invalid(List<Fault> faults) {
    return ProblemCode.INVALID_FIELDS.problem(
        faults.stream()
            .map(fault -> new FieldFault(fault.pointer(), fault.code(), fault.details()))
            .toList());
  }

  private static Problem unreadable(UnreadableFile file) {
    boolean otherKind =
        switch (file.reason()) {
          case NOT_A_TABLE, OLD_OR_LOCKED_WORKBOOK -> true;
          default -> false;
        };
    return Problem.of(otherKind ? 415 : 422, file.reason().name()).with(file.details());
  }

  private static Problem stale(long currentVersion) {
    return ProblemCode.STALE_VERSION
        .problem(Map.of("currentVersion", currentVersion))
        .member("currentVersion", currentVersion);
  }
}
