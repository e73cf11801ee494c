package vn.danvankheo.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.unit.UnitEvent;

/**
 * Freezes the shape of every event: its components, their types and all that is in them. Who
 * changes one gives the event its next revision, adds an upcaster and a golden file, and adds the
 * new shape to {@code approved/events.txt}; the shapes of older revisions stay there. Words of an
 * enum may be added, never taken away.
 */
class ApprovedCatalogueTest {
  private static final Path EVENTS = Path.of("src/test/resources/approved/events.txt");
  private static final Path WORDS = Path.of("src/test/resources/approved/words.txt");
  private static final Path ACTUAL = Path.of("target/approved");

  @Test
  void noEventChangedItsShapeWithoutANewRevision() throws IOException {
    Map<String, String> approved = blocks(Files.readString(EVENTS));
    Map<String, String> actual = new LinkedHashMap<>();
    EventCatalogue.types()
        .forEach(type -> actual.put(type.name() + ' ' + type.revision(), shape(type)));
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve("events.txt"), String.join("\n", actual.values()));
    assertThat(approved).containsAllEntriesOf(actual);
  }

  @Test
  void noRevisionIsForgotten() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (EventType type : EventCatalogue.types()) {
      for (int revision = 1; revision <= type.revision(); revision++) {
        wanted.add(type.name() + ' ' + revision);
      }
    }
    assertThat(blocks(Files.readString(EVENTS)).keySet())
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void noWordIsTakenAway() throws IOException {
    Map<String, String> actual = new TreeMap<>();
    EventCatalogue.types().forEach(type -> collectWords(type.eventClass(), actual));
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve("words.txt"), String.join("\n", actual.values()) + "\n");
    assertThat(Files.readAllLines(WORDS)).containsExactlyElementsOf(actual.values());
  }

  @Test
  void everyEventOfEveryFamilyIsInTheCatalogue() {
    Set<Class<?>> events = new HashSet<>();
    for (Class<?> family :
        Set.of(
            ModelEvent.class,
            UnitEvent.class,
            PlanEvent.class,
            AccountEvent.class,
            RatingEvent.class,
            OversightEvent.class,
            ReportEvent.class)) {
      events.addAll(Set.of(family.getPermittedSubclasses()));
    }
    assertThat(EventCatalogue.types().stream().<Class<?>>map(EventType::eventClass))
        .containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void aStoredNameIsUsedOnce() {
    assertThat(EventCatalogue.types().stream().map(EventType::name)).doesNotHaveDuplicates();
  }

  private static String shape(EventType type) {
    return type.name()
        + ' '
        + type.revision()
        + '\n'
        + components(type.eventClass().asSubclass(DomainEvent.class), "  ");
  }

  private static String components(Class<?> record, String indent) {
    StringBuilder lines = new StringBuilder();
    for (RecordComponent component : record.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      lines
          .append(indent)
          .append(component.getName())
          .append(' ')
          .append(named(component.getGenericType()))
          .append(nullable ? "?\n" : "\n");
      Class<?> inner = element(component.getGenericType());
      if (inner.isRecord()) {
        lines.append(components(inner, indent + "  "));
      }
    }
    return lines.toString();
  }

  private static String named(Type type) {
    return type instanceof ParameterizedType list
        ? "List of " + element(list).getSimpleName()
        : ((Class<?>) type).getSimpleName();
  }

  private static Class<?> element(Type type) {
    return type instanceof ParameterizedType list
        ? (Class<?>) list.getActualTypeArguments()[0]
        : (Class<?>) type;
  }

  private static void collectWords(Class<?> record, Map<String, String> words) {
    for (RecordComponent component : record.getRecordComponents()) {
      Class<?> type = element(component.getGenericType());
      if (type.isEnum()) {
        words.put(
            type.getSimpleName(),
            type.getSimpleName() + ' ' + Arrays.toString(type.getEnumConstants()));
      } else if (type.isRecord()) {
        collectWords(type, words);
      }
    }
  }

  private static Map<String, String> blocks(String text) {
    Map<String, String> blocks = new LinkedHashMap<>();
    StringBuilder block = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (!line.startsWith(" ") && !block.isEmpty()) {
        put(block.toString(), blocks);
        block.setLength(0);
      }
      if (!line.isBlank()) {
        block.append(line).append('\n');
      }
    }
    put(block.toString(), blocks);
    return blocks;
  }

  private static void put(String block, Map<String, String> blocks) {
    if (!block.isBlank() && blocks.put(block.lines().findFirst().orElseThrow(), block) != null) {
      throw new IllegalStateException("Twice: " + block);
    }
  }
}
