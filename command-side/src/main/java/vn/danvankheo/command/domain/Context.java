package vn.danvankheo.command.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.Actor;

/**
 * What comes into a decision from outside.
 *
 * @param now the command side's clock
 * @param actor who wishes it, in the role that gives the right
 * @param reason why, in the actor's words; null when none was given
 * @param reference what is known of units and plans
 */
public record Context(Instant now, Actor actor, @Nullable String reason, Reference reference) {
  /** Days end at midnight in this zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * The day of {@link #now()}.
   *
   * @return in Vietnam's time zone
   */
  public LocalDate today() {
    return now.atZone(ZONE).toLocalDate();
  }

  /**
   * Whether a reason was given.
   *
   * @return false when it is null or blank
   */
  public boolean hasReason() {
    return reason != null && !reason.isBlank();
  }

  /**
   * The reason, once it was checked that there is one.
   *
   * @return never null
   * @throws NullPointerException when there is none
   */
  public String givenReason() {
    return Objects.requireNonNull(reason);
  }
}
