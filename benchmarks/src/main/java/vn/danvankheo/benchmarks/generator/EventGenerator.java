package vn.danvankheo.benchmarks.generator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.Role;

/**
 * The log of a made-up province, event by event: its units and plans, then models of 15 to 25
 * events each, many of them under way at a time, over four years. The same seed gives the same log,
 * whatever the machine. Of one thread only.
 */
public final class EventGenerator implements Iterator<GeneratedEvent> {
  /** The unit that all others are under. */
  public static final String ROOT = Province.ROOT;

  private static final int FIRST_YEAR = 2022;
  private static final int YEARS = 4;
  private static final int SPREAD = 11;
  private static final int UNDER_WAY = 2_000;
  private static final Instant BEGIN = Instant.parse("2022-01-15T01:00:00Z");
  private static final Duration PERIOD = Duration.ofDays(365L * YEARS - 30);

  private final Random random;
  private final long total;
  private final int length;
  private final Province province = new Province();
  private final List<DomainEvent> beginning = beginning(province);
  private final List<Running> running = new ArrayList<>();
  private long made;
  private int models;

  /** With models of one length their number decides, else that of all events. */
  private EventGenerator(long seed, long total, int models, int length) {
    this.random = new Random(seed);
    this.total = models == 0 ? total : beginning.size() + (long) models * length;
    this.length = length;
  }

  /**
   * A log of models of 15 to 25 events.
   *
   * @param seed tells one log from another
   * @param total how many events
   * @return makes them
   */
  public static EventGenerator usual(long seed, long total) {
    return new EventGenerator(seed, total, 0, 0);
  }

  /**
   * A log of models that all have the same number of events, which all come to their end.
   *
   * @param seed tells one log from another
   * @param models how many models
   * @param length how many events each has, 15 or more
   * @return makes them
   */
  public static EventGenerator ofLength(long seed, int models, int length) {
    return new EventGenerator(seed, 0, models, length);
  }

  private static List<DomainEvent> beginning(Province province) {
    List<DomainEvent> events = new ArrayList<>(province.units());
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      events.add(Province.plan(year));
    }
    return events;
  }

  @Override
  public boolean hasNext() {
    return made < total;
  }

  @Override
  public GeneratedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    GeneratedEvent next = made < beginning.size() ? first(beginning.get((int) made)) : ofModel();
    made++;
    return next;
  }

  private GeneratedEvent first(DomainEvent event) {
    boolean unit = event instanceof UnitRegistered;
    String id =
        unit ? "unit:" + ((UnitRegistered) event).code() : "plan:" + ((PlanIssued) event).code();
    Actor actor = new Actor("admin", null, null, unit ? Role.ADMIN : Role.LEADER);
    return new GeneratedEvent(
        unit ? "unit" : "plan", id, 0, now(), event, metadata(actor, event, null, null));
  }

  private GeneratedEvent ofModel() {
    if (mayBegin()) {
      running.add(begin());
    }
    int chosen = random.nextInt(running.size());
    Running model = running.get(chosen);
    ModelEvent event = model.events.get(model.next);
    GeneratedEvent made =
        new GeneratedEvent("model", model.id, model.next++, now(), event, metadata(model, event));
    if (model.next == model.events.size()) {
      running.set(chosen, running.get(running.size() - 1));
      running.remove(running.size() - 1);
    }
    return made;
  }

  private boolean mayBegin() {
    return running.isEmpty() || (running.size() < UNDER_WAY && !allHaveBegun());
  }

  private boolean allHaveBegun() {
    return length > 0 && beginning.size() + (long) models * length >= total;
  }

  private Running begin() {
    models++;
    String unit = province.unit(random);
    int events = length > 0 ? length : ModelHistory.LEAST + random.nextInt(SPREAD);
    return new Running(id(), unit, ModelHistory.of(random, year(), models, unit, events));
  }

  /** By time, as the registry's own ids are. */
  private String id() {
    long high = now().toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12);
    long low = random.nextLong() >>> 2 | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private Instant now() {
    return BEGIN.plusMillis(PERIOD.toMillis() * made / total);
  }

  private int year() {
    return Math.min(now().atZone(ZoneOffset.UTC).getYear(), FIRST_YEAR + YEARS - 1);
  }

  private EventMetadata metadata(Running model, ModelEvent event) {
    if (event instanceof ModelReturned returned) {
      return metadata(coordinator(), event, returned.reason(), null);
    }
    if (event instanceof ModelRecognized recognized) {
      return metadata(leader(), event, null, recognized.decision().number());
    }
    if (event instanceof ModelCommended commended) {
      return metadata(leader(), event, null, commended.decision().number());
    }
    if (event instanceof ModelApproved) {
      return metadata(leader(), event, null, null);
    }
    if (event instanceof ModelInspected) {
      Actor actor = new Actor("kiemtra", "Tổ trưởng Tổ kiểm tra", Province.ROOT, Role.INSPECTOR);
      return metadata(actor, event, null, null);
    }
    if (event instanceof RemedyConfirmed) {
      return metadata(coordinator(), event, null, null);
    }
    Actor clerk = new Actor("canbo." + model.unit, "Công chức Văn phòng", model.unit, Role.CLERK);
    boolean change = event instanceof ModelUpdated;
    return metadata(clerk, event, change ? "Cập nhật theo thực tế triển khai" : null, null);
  }

  private static Actor leader() {
    return new Actor("phochutich", "Phó Chủ tịch", Province.ROOT, Role.LEADER);
  }

  private static Actor coordinator() {
    return new Actor("dieuphoi", "Chuyên viên Ban Dân vận", Province.ROOT, Role.COORDINATOR);
  }

  private EventMetadata metadata(
      Actor actor, DomainEvent event, @Nullable String reason, @Nullable String basis) {
    String request = id();
    return new EventMetadata(
        actor,
        reason,
        basis,
        "10.20.30." + made % 250,
        request,
        request.replace("-", ""),
        event.getClass().getSimpleName());
  }

  private static final class Running {
    private final String id;
    private final String unit;
    private final List<ModelEvent> events;
    private int next;

    Running(String id, String unit, List<ModelEvent> events) {
      this.id = id;
      this.unit = unit;
      this.events = events;
    }
  }
}
