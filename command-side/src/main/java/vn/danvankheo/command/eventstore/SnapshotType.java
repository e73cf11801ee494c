package vn.danvankheo.command.eventstore;

import java.util.function.Function;
import tools.jackson.databind.JavaType;
import vn.danvankheo.events.serialization.EventJson;

/**
 * How one kind of aggregate goes into a snapshot and comes back.
 *
 * @param name the stored name of the aggregate's type
 * @param aggregateClass its shell
 * @param contentType what is stored: a record that names the stream, the version and the state
 * @param content takes the content out of a shell
 * @param restore makes a shell from its content
 * @param <A> the shell
 * @param <C> the content
 */
public record SnapshotType<A, C extends Record>(
    String name,
    Class<A> aggregateClass,
    JavaType contentType,
    Function<A, C> content,
    Function<C, A> restore) {

  Record contentOf(Object aggregate) {
    return content.apply(aggregateClass.cast(aggregate));
  }

  A restored(byte[] json) {
    return restore.apply(EventJson.stored().readValue(json, contentType));
  }
}
