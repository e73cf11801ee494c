package vn.danvankheo.events.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.vocabulary.PersonalText;

/** What was stored once can be read for ever. */
class GoldenFilesTest {
  static List<GoldenFile> files() {
    return GoldenFile.all();
  }

  static List<EventType> types() {
    return EventCatalogue.types();
  }

  private static DomainEvent read(GoldenFile file) {
    return EventJson.read(file.type(), file.revision(), file.bytes());
  }

  private static List<GoldenFile> files(EventType type) {
    return files().stream().filter(file -> file.type().equals(type.name())).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadIntoTodaysClass(GoldenFile file) {
    assertThat(read(file)).isInstanceOf(EventCatalogue.byName(file.type()).eventClass());
  }

  @ParameterizedTest
  @MethodSource("files")
  void theNewestRevisionIsWrittenWithTheSameBytes(GoldenFile file) {
    if (file.revision() == EventCatalogue.byName(file.type()).revision()) {
      assertThat(new String(EventJson.write(read(file)), StandardCharsets.UTF_8))
          .isEqualTo(file.text());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyRevisionHasItsFile(EventType type) {
    assertThat(files(type).stream().filter(file -> !file.variant()).map(GoldenFile::revision))
        .as("src/test/resources/golden/%s/<revision>.json", type.name())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, type.revision()).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void olderRevisionsSayTheSameAsTheNewest(EventType type) {
    List<DomainEvent> events =
        files(type).stream().filter(file -> !file.variant()).map(GoldenFilesTest::read).toList();
    assertThat(Set.copyOf(events)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyComponentIsFilledInSomewhere(EventType type) {
    Set<String> filled = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    files(type).forEach(file -> collect(read(file), type.name(), all, filled));
    all.removeAll(filled);
    assertThat(all).isEmpty();
  }

  @Test
  void thereIsNoFileOfAnUnknownEventOrRevision() {
    assertThat(files())
        .allSatisfy(
            file ->
                assertThat(file.revision())
                    .isBetween(1, EventCatalogue.byName(file.type()).revision()));
  }

  private static void collect(
      @Nullable Object value, String path, Set<String> all, Set<String> filled) {
    all.add(path);
    if (value == null) {
      return;
    }
    if (value instanceof List<?> items) {
      if (!items.isEmpty()) {
        filled.add(path);
      }
      items.forEach(item -> collect(item, path + "/*", all, filled));
      return;
    }
    filled.add(path);
    if (value instanceof Record record && !(value instanceof PersonalText)) {
      Stream.of(record.getClass().getRecordComponents())
          .forEach(c -> collect(component(c, record), path + '/' + c.getName(), all, filled));
    }
  }

  private static @Nullable Object component(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
