package vn.danvankheo.query.history.domain;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.fold.RecordShape;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.events.state.UnitName;
import vn.danvankheo.events.state.UnitPlace;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;

/**
 * Any aggregate after its events, and the JSON it is shown as; personal texts stay marked as they
 * are stored.
 */
public final class Shapes {
  private static final JsonMapper JSON =
      EventJson.stored()
          .rebuild()
          .withConfigOverride(
              Instant.class,
              instant ->
                  instant.setFormat(
                      JsonFormat.Value.forPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                          .withTimeZone(TimeZone.getTimeZone("UTC"))))
          .build();

  private Shapes() {}

  /**
   * Applies one event, whatever it is about.
   *
   * @param state the aggregate before; null before its first event
   * @param event the event
   * @return the aggregate after
   * @throws IllegalArgumentException when nothing is known of such events
   */
  public static Record after(@Nullable Record state, StoredEvent event) {
    Recorded<?> r = event.recorded();
    if (event.aggregateType().equals(Takeover.AGGREGATE_TYPE)) {
      return Takeover.apply((Takeover) state, at(r, (ModelReplicated) r.event()));
    }
    if (r.event() instanceof ModelEvent e) {
      return ModelFold.apply((ModelState) state, at(r, e));
    }
    if (r.event() instanceof UnitEvent e) {
      return UnitState.apply((UnitState) state, at(r, e));
    }
    if (r.event() instanceof PlanEvent e) {
      return PlanState.apply((PlanState) state, at(r, e));
    }
    if (r.event() instanceof AccountEvent e) {
      return AccountState.apply((AccountState) state, at(r, e));
    }
    if (r.event() instanceof RatingEvent e) {
      return RatingState.apply((RatingState) state, at(r, e));
    }
    if (r.event() instanceof OversightEvent e) {
      return (Record) e;
    }
    if (r.event() instanceof ReportEvent e) {
      return ReportState.apply((ReportState) state, at(r, e));
    }
    throw new IllegalArgumentException("Nothing is known of " + r.event().getClass());
  }

  /**
   * The JSON that an aggregate is shown as.
   *
   * @param state what {@link #after} gave
   * @return a tree of its own; names of units are not part of it; empty for what is no thing but a
   *     record of something done
   */
  public static ObjectNode of(Record state) {
    if (state instanceof OversightEvent) {
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode tree = JSON.valueToTree(state);
    if (state instanceof ModelState model) {
      return model(model, tree);
    }
    if (state instanceof Takeover) {
      tree.remove("recordedAt");
    } else if (state instanceof PlanState) {
      tree.setAll((ObjectNode) tree.remove("content"));
    } else if (state instanceof UnitState unit) {
      tree.put("name", last(unit.names(), new UnitName("", null, null)).name());
      tree.put("parentCode", last(unit.places(), new UnitPlace(null, null, null)).parentCode());
    }
    return tree;
  }

  /**
   * A single value as it is stored and shown.
   *
   * @param value a text, number, day, moment, record or list
   * @return a tree of its own
   */
  public static JsonNode value(Object value) {
    return JSON.valueToTree(value);
  }

  private static ObjectNode model(ModelState model, ObjectNode state) {
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    shape.set("id", state.remove("id"));
    shape.set("code", state.remove("code"));
    shape.put("status", model.status().name());
    shape.set("version", state.remove("version"));
    shape.setAll((ObjectNode) state.remove("form"));
    shape.set("terms", state.remove("terms"));
    shape.putNull("replicatedFrom");
    shape.setAll(state);
    return shape;
  }

  /**
   * The fields of a thing as its shape has them, in their order, but as they are in the state.
   *
   * @param thing a model, or anything within one
   * @return by name, without what is null and so is no field of the shape
   */
  static Map<String, Object> fields(Record thing) {
    Map<String, Object> fields = new LinkedHashMap<>();
    RecordShape shape = RecordShape.of(thing);
    for (int i = 0; i < shape.names().size(); i++) {
      Object value = shape.value(i, thing);
      if (value != null) {
        fields.put(shape.names().get(i), value);
      }
    }
    return thing instanceof ModelState model ? fields(model, fields) : fields;
  }

  /** One of those fields. */
  static @Nullable Object field(Record thing, String name) {
    RecordShape shape = RecordShape.of(thing);
    int at = shape.names().indexOf(name);
    return at < 0 ? null : shape.value(at, thing);
  }

  private static Map<String, Object> fields(ModelState model, Map<String, Object> state) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", model.id());
    fields.put("code", model.code());
    fields.put("status", model.status());
    fields.put("version", model.version());
    fields.putAll(fields(model.form()));
    state.remove("form");
    fields.put("terms", model.terms());
    fields.put("replicatedFrom", JsonNodeFactory.instance.nullNode());
    fields.putAll(state);
    return fields;
  }

  private static <T> T last(List<T> list, T none) {
    return list.isEmpty() ? none : list.get(list.size() - 1);
  }

  private static <E extends DomainEvent> Recorded<E> at(Recorded<?> r, E event) {
    return new Recorded<>(r.aggregateId(), r.version(), r.at(), event);
  }
}
