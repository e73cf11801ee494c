package vn.danvankheo.query.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;

/** Lets a query to its views once they are built and as far as the caller wants them. */
public final class ViewGate {
  /** The log position that the answer has to reflect. */
  public static final Parameter<Long> MIN_POSITION =
      Parameter.integer("minPosition", 0, 999_999_999_999_999_999L);

  /** The moment that the answer shows everything at. */
  public static final Parameter<Instant> AS_OF = Parameter.instant("asOf");

  /** How long to wait for it. */
  public static final RequestHeader PREFER =
      new RequestHeader(
          "Prefer", false, "wait=S: chờ dữ liệu mới nhất bấy nhiêu giây (mặc định 5, tối đa 30)");

  /** The header with the position that an answer reflects. */
  public static final String POSITION = "X-Position";

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,6})");
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final ViewBoard board;
  private final Clock clock;
  private final Semaphore places;

  /**
   * Makes a gate.
   *
   * @param board tells how far the views are
   * @param clock tells the day
   * @param places how many requests may wait at a time, from 1; others are told to come again
   */
  public ViewGate(ViewBoard board, Clock clock, int places) {
    this.board = board;
    this.clock = clock;
    this.places = new Semaphore(places);
  }

  /**
   * Waits until views are as far as the request wants, and says so in its answer.
   *
   * @param exchange the request; its operation declares {@link #MIN_POSITION}
   * @param views the views it needs
   * @return the position that the answer reflects at least
   * @throws vn.danvankheo.web.problem.ProblemException 503 when they are not in time
   */
  public long enter(Exchange exchange, List<String> views) {
    long wanted = exchange.query().get(MIN_POSITION).orElse(0L);
    return enter(exchange, views, wanted, () -> true);
  }

  /**
   * The same, and waits until something holds that can change only when the views advance.
   *
   * @param exchange the request
   * @param views the views it needs
   * @param position the least position
   * @param condition looked at whenever the views have advanced
   * @return the position that the answer reflects at least
   * @throws vn.danvankheo.web.problem.ProblemException 503 when it does not hold in time
   */
  public long enter(
      Exchange exchange, List<String> views, long position, BooleanSupplier condition) {
    if (!isOpen(views, position) || !condition.getAsBoolean()) {
      await(views, position, condition, wait(exchange));
    }
    long reached = board.position(views);
    exchange.response().setHeader(POSITION, Long.toString(reached));
    return reached;
  }

  /**
   * Names the state of views that an answer is made from, and with it the answer to any one
   * request.
   *
   * @param views the views
   * @param more what else the answer depends on, such as its format
   * @return an entity tag in its quotes
   */
  public String tag(List<String> views, String more) {
    return EntityTag.of(
        views.stream()
                .map(board::status)
                .map(s -> s.collection() + "@" + s.position() + "+" + s.mended())
                .collect(Collectors.joining(","))
            + ","
            + more);
  }

  /**
   * Names versions of a view's documents: by their numbers, and, when documents became others
   * without an event of theirs, by how often. Asked for before a document is read, so that no old
   * one is given a new name.
   *
   * @param view the view
   * @return gives a version's entity tag in its quotes
   */
  public LongFunction<String> tags(String view) {
    long mended = board.status(view).mended();
    return version -> mended == 0 ? EntityTag.of(version) : EntityTag.of(version + "." + mended);
  }

  /**
   * Today in Vietnam.
   *
   * @return the day by which things are due
   */
  public LocalDate today() {
    return dayOf(clock.instant());
  }

  /**
   * The day that an answer is about.
   *
   * @param query a request that may ask for a past moment
   * @return that moment's day, else today
   */
  public LocalDate day(Query query) {
    return query.get(AS_OF).map(ViewGate::dayOf).orElseGet(this::today);
  }

  /**
   * The day of a moment in Vietnam.
   *
   * @param moment the moment
   * @return the day
   */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, VIETNAM);
  }

  /**
   * Where a view's documents are.
   *
   * @param view a view that was entered
   * @return its collection
   */
  public String collection(String view) {
    return Objects.requireNonNull(status(view).collection());
  }

  /**
   * Where a view keeps what single events gave.
   *
   * @param view a view that was entered
   * @param part the further collection's name
   * @return its collection
   */
  public String collection(String view, String part) {
    return Objects.requireNonNull(status(view).collection(part));
  }

  /**
   * How a view stands.
   *
   * @param view a view that was entered
   * @return as this process knows it; its collection is known
   */
  public ViewStatus status(String view) {
    ViewStatus status = board.status(view);
    if (status.collection() == null) {
      throw notYet();
    }
    return status;
  }

  /**
   * Whether documents of a view are shown as they were before an event that can't be folded.
   *
   * @param view the view
   * @return false as a rule
   */
  public boolean hasWaiting(String view) {
    return board.status(view).parked() > 0;
  }

  private boolean isOpen(List<String> views, long position) {
    return views.stream()
        .map(board::status)
        .allMatch(status -> status.served() && status.position() >= position);
  }

  private void await(
      List<String> views, long position, BooleanSupplier condition, Duration atMost) {
    if (!places.tryAcquire()) {
      throw notYet();
    }
    try {
      long deadline = System.nanoTime() + atMost.toNanos();
      while (true) {
        long seen = board.advanced().count();
        if (isOpen(views, position) && condition.getAsBoolean()) {
          return;
        }
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative() || !board.advanced().awaitBeyond(seen, left)) {
          throw notYet();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notYet();
    } finally {
      places.release();
    }
  }

  private static RuntimeException notYet() {
    return ProblemCode.NOT_YET_VISIBLE.retryAfter(RETRY).exception();
  }

  private static Duration wait(Exchange exchange) {
    String prefer = exchange.header("Prefer");
    Matcher wait = prefer == null ? null : WAIT.matcher(prefer);
    if (wait == null || !wait.find()) {
      return USUAL_WAIT;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
    return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
  }
}
