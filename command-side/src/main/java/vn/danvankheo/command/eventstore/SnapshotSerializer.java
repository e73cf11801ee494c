package vn.danvankheo.command.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.serialization.EventJson;

/**
 * Snapshots as JSON of the aggregate's state, marked with the {@link ContractRevision} they were
 * folded by: one of another revision is not read but made anew.
 */
public final class SnapshotSerializer implements Serializer {
  private final Map<Class<?>, SnapshotType<?, ?>> byClass;
  private final Map<String, SnapshotType<?, ?>> byName;
  private final String revision;

  /**
   * A serializer for some kinds of aggregates.
   *
   * @param types at most one for each shell and name
   * @param revision what today's states and folds are like
   */
  public SnapshotSerializer(List<SnapshotType<?, ?>> types, String revision) {
    this.byClass =
        types.stream()
            .collect(
                Collectors.toUnmodifiableMap(SnapshotType::aggregateClass, Function.identity()));
    this.byName =
        types.stream()
            .collect(Collectors.toUnmodifiableMap(SnapshotType::name, Function.identity()));
    this.revision = revision;
  }

  boolean isCurrent(DomainEventData<?> snapshot) {
    return revision.equals(snapshot.getPayload().getType().getRevision());
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    if (object == null || !byte[].class.equals(representation)) {
      throw new IllegalArgumentException("Snapshots are aggregates stored as bytes");
    }
    byte[] json = EventJson.stored().writeValueAsBytes(typeOf(object.getClass()).contentOf(object));
    return (SerializedObject<T>)
        new SimpleSerializedObject<>(json, byte[].class, typeForClass(object.getClass()));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <S, T> T deserialize(SerializedObject<S> stored) {
    if (SerializedMetaData.isSerializedMetaData(stored)) {
      return (T) MetaData.emptyInstance();
    }
    SnapshotType<?, ?> type = byName.get(stored.getType().getName());
    return (T) type.restored((byte[]) stored.getData());
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return byte[].class.equals(representation);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    SnapshotType<?, ?> known = byName.get(type.getName());
    return known == null ? UnknownSerializedType.class : known.aggregateClass();
  }

  @Override
  public SerializedType typeForClass(@Nullable Class type) {
    return type == null
        ? SimpleSerializedType.emptyType()
        : new SimpleSerializedType(typeOf(type).name(), revision);
  }

  @Override
  public Converter getConverter() {
    return BytesOnly.INSTANCE;
  }

  private SnapshotType<?, ?> typeOf(Class<?> aggregateClass) {
    SnapshotType<?, ?> type = byClass.get(aggregateClass);
    if (type == null) {
      throw new IllegalArgumentException("No snapshots of " + aggregateClass);
    }
    return type;
  }
}
