package vn.danvankheo.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.architecture.ArrowsConformance;
import vn.danvankheo.events.catalogue.EventCatalogue;

/** What may use what in the contract of both sides. */
class ArrowsTest extends ArrowsConformance {
  private static final String ROOT = "vn.danvankheo.events";

  ArrowsTest() {
    super(ROOT);
  }

  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          int.class,
          long.class,
          boolean.class,
          Integer.class,
          Long.class,
          Boolean.class,
          BigDecimal.class,
          LocalDate.class);

  @Test
  void theContractIsPureJava() {
    classes()
        .that()
        .resideOutsideOfPackages(ROOT + ".serialization..", ROOT + ".upcasting..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", ROOT + "..")
        .because("events are read for longer than any library lasts")
        .check(program);
  }

  @Test
  void onlyJsonRoomsKnowJackson() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + ".serialization..", ROOT + ".upcasting..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "tools.jackson..", "com.fasterxml.jackson..", ROOT + "..")
        .check(program);
  }

  @Test
  void eventsAreRecordsOfPlainValues() {
    Deque<Class<?>> toSee = new ArrayDeque<>();
    EventCatalogue.types().forEach(type -> toSee.add(type.eventClass()));
    Set<Class<?>> seen = new HashSet<>();
    while (!toSee.isEmpty()) {
      Class<?> type = toSee.pop();
      if (seen.add(type)) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        for (RecordComponent component : type.getRecordComponents()) {
          Class<?> value = valueType(component);
          if (value.isRecord()) {
            toSee.push(value);
          } else {
            assertThat(value.isEnum() || PLAIN.contains(value)).as("%s", component).isTrue();
          }
        }
      }
    }
  }

  private static Class<?> valueType(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return (Class<?>) list.getActualTypeArguments()[0];
    }
    return component.getType();
  }
}
