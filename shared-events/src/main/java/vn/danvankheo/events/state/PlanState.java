package vn.danvankheo.events.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.plan.PlanAmended;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.RatingBound;

/**
 * A plan after its events; what it does not say is filled in by the defaults.
 *
 * @param code {@code {unitCode}-{year}}
 * @param version sequence number of the last event
 * @param content what it says
 * @param updatedAt when its last event was recorded
 */
public record PlanState(String code, long version, PlanContent content, Instant updatedAt) {
  private static final List<Criterion> DEFAULT_CRITERIA =
      List.of(
          criterion("TC1", "Xây dựng mô hình: có đăng ký, kế hoạch, mục tiêu cụ thể", 10),
          criterion("TC2", "Lãnh đạo, chỉ đạo của cấp ủy, chi bộ; trách nhiệm người đứng đầu", 15),
          criterion("TC3", "Nội dung, cách làm mới, sáng tạo; gắn với nhiệm vụ chính trị", 20),
          criterion("TC4", "Kết quả, hiệu quả thực tế so với mục tiêu đăng ký", 30),
          criterion("TC5", "Sự đồng thuận, tham gia, thụ hưởng của Nhân dân", 10),
          criterion("TC6", "Tính bền vững, khả năng duy trì, sức lan tỏa, nhân rộng", 10),
          criterion("TC7", "Hồ sơ, thông tin, tuyên truyền, chế độ báo cáo đúng hạn", 5));
  private static final List<RatingBound> DEFAULT_RATINGS =
      List.of(
          new RatingBound(Rating.EXCELLENT, BigDecimal.valueOf(90)),
          new RatingBound(Rating.GOOD, BigDecimal.valueOf(80)),
          new RatingBound(Rating.FAIR, BigDecimal.valueOf(65)),
          new RatingBound(Rating.AVERAGE, BigDecimal.valueOf(50)),
          new RatingBound(Rating.POOR, BigDecimal.ZERO));
  private static final BigDecimal DEFAULT_PASSING_MARK = BigDecimal.valueOf(65);
  private static final BigDecimal DEFAULT_PERIOD_SHARE = new BigDecimal("0.6667");

  private static final Fold<@Nullable PlanState, PlanEvent> FOLD =
      Fold.<@Nullable PlanState, PlanEvent>over(PlanEvent.class)
          .on(
              PlanIssued.class,
              (s, e, r) -> new PlanState(e.code(), r.version(), e.content(), r.at()))
          .on(
              PlanAmended.class,
              (s, e, r) ->
                  new PlanState(
                      s.code,
                      r.version(),
                      new Patch<>(e.changed(), e.cleared()).applyTo(s.content),
                      r.at()))
          .build();

  /**
   * Applies one event.
   *
   * @param state the plan before; null before its first event
   * @param recorded the event in its stream
   * @return the plan after
   */
  public static PlanState apply(@Nullable PlanState state, Recorded<? extends PlanEvent> recorded) {
    return FOLD.apply(state, recorded);
  }

  /**
   * The scoring criteria in force.
   *
   * @return the plan's own, or TC1 to TC7
   */
  public List<Criterion> criteria() {
    return orDefault(content.criteria(), DEFAULT_CRITERIA);
  }

  /**
   * The rating classes in force.
   *
   * @return the plan's own, or the five usual ones
   */
  public List<RatingBound> ratings() {
    return orDefault(content.ratings(), DEFAULT_RATINGS);
  }

  /**
   * The lowest mean score for recognition.
   *
   * @return the plan's own, or 65
   */
  public BigDecimal passingMark() {
    return content.passingMark() == null ? DEFAULT_PASSING_MARK : content.passingMark();
  }

  /**
   * The share of a period's years that must have a recognition.
   *
   * @return the plan's own, or two thirds
   */
  public BigDecimal periodShare() {
    return content.periodShare() == null ? DEFAULT_PERIOD_SHARE : content.periodShare();
  }

  /**
   * Whether who registered a model may also approve it.
   *
   * @return false unless the plan says so
   */
  public boolean selfApprovalAllowed() {
    return Boolean.TRUE.equals(content.selfApprovalAllowed());
  }

  /**
   * The class of a score.
   *
   * @param points 0 to 100
   * @return the best class whose bound is reached; POOR when none is
   */
  public Rating ratingOf(BigDecimal points) {
    Optional<RatingBound> best =
        ratings().stream()
            .filter(bound -> points.compareTo(bound.minPoints()) >= 0)
            .max(Comparator.comparing(RatingBound::minPoints));
    return best.map(RatingBound::rating).orElse(Rating.POOR);
  }

  private static <T> List<T> orDefault(@Nullable List<T> own, List<T> usual) {
    return own == null || own.isEmpty() ? usual : own;
  }

  private static Criterion criterion(String code, String title, int points) {
    return new Criterion(code, title, BigDecimal.valueOf(points));
  }
}
