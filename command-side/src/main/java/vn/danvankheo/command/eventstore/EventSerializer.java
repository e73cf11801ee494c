package vn.danvankheo.command.eventstore;

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
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;

/**
 * Events as the log has them: the catalogue's name and revision with {@link EventJson}'s bytes, and
 * as metadata the JSON of one {@link EventMetadata}. No class name is ever stored.
 */
final class EventSerializer implements Serializer {
  private static final SerializedType METADATA_TYPE =
      new SimpleSerializedType(MetaData.class.getName(), null);

  @Override
  @SuppressWarnings("unchecked")
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    requireBytes(representation);
    if (object instanceof MetaData metaData) {
      byte[] json = EventJson.stored().writeValueAsBytes(StoredMetadata.of(metaData));
      return (SerializedObject<T>) new SerializedMetaData<>(json, byte[].class);
    }
    if (object instanceof DomainEvent event) {
      return (SerializedObject<T>)
          new SimpleSerializedObject<>(
              EventJson.write(event), byte[].class, typeForClass(event.getClass()));
    }
    throw new IllegalArgumentException("Neither an event nor metadata: " + object);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <S, T> T deserialize(SerializedObject<S> stored) {
    byte[] json = (byte[]) stored.getData();
    if (SerializedMetaData.isSerializedMetaData(stored)) {
      return (T) StoredMetadata.asMetaData(EventJson.stored().readValue(json, EventMetadata.class));
    }
    int revision = Integer.parseInt(stored.getType().getRevision());
    return (T) EventJson.read(stored.getType().getName(), revision, json);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return byte[].class.equals(representation);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (METADATA_TYPE.getName().equals(type.getName())) {
      return MetaData.class;
    }
    return EventCatalogue.knows(type.getName())
        ? EventCatalogue.byName(type.getName()).eventClass()
        : UnknownSerializedType.class;
  }

  @Override
  public SerializedType typeForClass(@Nullable Class type) {
    if (MetaData.class.equals(type)) {
      return METADATA_TYPE;
    }
    EventType event = EventCatalogue.byClass(type);
    return new SimpleSerializedType(event.name(), Integer.toString(event.revision()));
  }

  @Override
  public Converter getConverter() {
    return BytesOnly.INSTANCE;
  }

  private static void requireBytes(Class<?> representation) {
    if (!byte[].class.equals(representation)) {
      throw new IllegalArgumentException("Events are stored as bytes, not as " + representation);
    }
  }
}
