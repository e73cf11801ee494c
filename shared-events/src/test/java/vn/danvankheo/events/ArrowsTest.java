package vn.danvankheo.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.catalogue.EventCatalogue;

/** What may use what in the contract of both sides. */
class ArrowsTest {
  private static final String ROOT = "vn.danvankheo.events";
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

  private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages(ROOT);
  private static final JavaClasses CONTRACT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theContractIsPureJava() {
    classes()
        .that()
        .resideOutsideOfPackages(ROOT + ".serialization..", ROOT + ".upcasting..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", ROOT + "..")
        .because("events are read for longer than any library lasts")
        .check(CONTRACT);
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
        .check(CONTRACT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CONTRACT);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    noClasses().should().callMethod(Instant.class, "now").check(CONTRACT);
    noClasses().should().callMethod(LocalDate.class, "now").check(CONTRACT);
    noClasses().should().callMethod(UUID.class, "randomUUID").check(CONTRACT);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CONTRACT);
    noClasses().should().callMethod(Math.class, "random").check(CONTRACT);
    noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CONTRACT);
  }

  @Test
  void nobodySleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(EVERYTHING);
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

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (JavaPackage each : CONTRACT.getPackage(ROOT).getSubpackagesInTree()) {
      if (each.getClasses().isEmpty()) {
        continue;
      }
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
  }

  @Test
  void theRulesSeeTheWholeContract() {
    assertThat(CONTRACT.stream().map(JavaClass::getSimpleName))
        .contains("ModelRegistered", "EventJson", "UpcasterChain", "ModelFold", "TitleKey");
    assertThat(EVERYTHING.contain(ArrowsTest.class)).isTrue();
    assertThat(CONTRACT.contain(ArrowsTest.class)).isFalse();
  }

  private static Class<?> valueType(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return (Class<?>) list.getActualTypeArguments()[0];
    }
    return component.getType();
  }
}
