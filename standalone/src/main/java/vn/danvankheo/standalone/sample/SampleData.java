package vn.danvankheo.standalone.sample;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The sample data of an office and its province, 2022 to 2025: units, accounts, plans and models in
 * every state, and the office's reports. Figures and texts are made up but for the plan of 2024;
 * persons are positions only.
 */
public final class SampleData {
  /** The password of every account that the sample data open. */
  public static final String PASSWORD = "Dan-van-kheo-2024";

  /** A leader's account; it is there once the accounts are. */
  public static final String LEADER = "chanhvp";

  private static final String ADMINISTRATOR = "admin";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final RegistryClient registry;
  private final List<SampleStep> steps = SampleSteps.all();
  private final Placeholders placeholders;
  private long position;

  /**
   * Sample data for a registry.
   *
   * @param service the registry's address, like http://localhost:8080
   * @param clock gives the day that deadlines still to come are counted from
   */
  public SampleData(URI service, Clock clock) {
    registry = new RegistryClient(service);
    placeholders = new Placeholders(LocalDate.ofInstant(clock.instant(), ZONE));
    placeholders.put("password", PASSWORD);
  }

  /**
   * Whether everything is there already.
   *
   * @return false also when only a part is
   */
  public boolean loaded() {
    try {
      registry.logIn(LEADER, PASSWORD);
    } catch (SampleRefused refused) {
      if (refused.status() == SampleRefused.UNAUTHORIZED) {
        return false;
      }
      throw refused;
    }
    return registry.exists(LEADER, "/api/units/" + lastUnit());
  }

  /**
   * Plays everything in. What an earlier, interrupted start has played in already is not done
   * again.
   *
   * @param password the password of the first administrator
   * @return how many events were recorded, repeated answers included
   * @throws SampleRefused when the registry refuses a step or the password
   */
  public int load(String password) {
    registry.logIn(ADMINISTRATOR, password);
    int events = 0;
    for (SampleStep step : steps) {
      if (!registry.knows(step.as())) {
        registry.logIn(step.as(), PASSWORD);
      }
      events += play(step);
    }
    return events;
  }

  private int play(SampleStep step) {
    if (step.draft() != null) {
      placeholders.put("receipt", receipt(step.as(), step.draft()));
    }
    try {
      JsonNode answer =
          registry.command(
              step.as(),
              step.method(),
              placeholders.inPath(step.path()),
              placeholders.inBody(step.body()),
              step.key());
      if (step.id() != null) {
        placeholders.put(step.id(), answer.get("id").asString());
      }
      position = answer.path("position").asLong(position);
      return answer.path("eventIds").size();
    } catch (SampleRefused refused) {
      if (doneBefore(step, refused)) {
        return 0;
      }
      throw refused;
    }
  }

  /** Of a draft that knows all that was played in before it. */
  private String receipt(String as, String draft) {
    String path = "/api/reports/draft?" + draft + "&minPosition=" + position;
    return registry.get(as, path).get("receipt").asString();
  }

  /** An earlier start had other days, or another receipt, under the same key. */
  private static boolean doneBefore(SampleStep step, SampleRefused refused) {
    return refused.code().equals("IDEMPOTENCY_KEY_REUSED")
        && (step.draft() != null || Placeholders.dependOnDay(step.body()));
  }

  /** The last step registers a unit, so that its being there tells that all the rest is. */
  private String lastUnit() {
    return steps.get(steps.size() - 1).body().get("code").asString();
  }
}
