package vn.danvankheo.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/** What may use what on the write side. */
class ArrowsTest {
  private static final String ROOT = "vn.danvankheo.command";
  private static final List<String> AGGREGATES =
      List.of("model", "unit", "plan", "account", "rating", "report", "replication");

  private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages(ROOT);
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void decisionsArePure() {
    classes()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "vn.danvankheo.events..", "..domain..")
        .because("a plain test must be able to call them, and nothing else may decide")
        .check(PROGRAM);
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.io..", "java.net..", "java.nio.file..")
        .check(PROGRAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "unit", "plan", "account", "rating", "report", "replication"})
  void decisionsOnOneAggregateKnowNoOther(String aggregate) {
    String[] others =
        AGGREGATES.stream()
            .filter(other -> !other.equals(aggregate))
            .map(other -> ROOT + '.' + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + '.' + aggregate + ".domain")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("what they share is in the domain package of all")
        .check(PROGRAM);
  }

  @Test
  void theWriteSideDoesNotKnowTheReadSide() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.danvankheo.query..", "vn.danvankheo.standalone..", "com.mongodb..", "org.bson..")
        .check(EVERYTHING);
  }

  @Test
  void axonStaysInTheEventStoreAndAroundTheAggregates() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".eventstore..", ROOT + ".execution..")
        .and()
        .haveSimpleNameNotEndingWith("Configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.axonframework..")
        .check(PROGRAM);
  }

  @Test
  void endpointsTouchNeitherAggregatesNorStores() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Endpoint")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Aggregate")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    for (Class<?> type :
        new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
      noClasses().should().callMethod(type, "now").check(PROGRAM);
    }
    noClasses().should().callMethod(UUID.class, "randomUUID").check(PROGRAM);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(PROGRAM);
    noClasses().should().callMethod(Math.class, "random").check(PROGRAM);
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .because("tests wait for a condition, the program for an event")
        .check(EVERYTHING);
  }

  @Test
  void whatIsNeededComesByTheConstructor() {
    noFields().should().beAnnotatedWith(Autowired.class).check(PROGRAM);
    noFields().should().beAnnotatedWith(Value.class).check(PROGRAM);
    noMethods().should().beAnnotatedWith(Autowired.class).check(PROGRAM);
  }

  @Test
  void transactionsAreOpenedByHand() {
    noClasses().should().beAnnotatedWith(Transactional.class).check(PROGRAM);
    noMethods()
        .should()
        .beAnnotatedWith(Transactional.class)
        .because("a command is one transaction, opened in one place")
        .check(PROGRAM);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (JavaPackage each : PROGRAM.getPackage(ROOT).getSubpackagesInTree()) {
      if (each.getClasses().isEmpty()) {
        continue;
      }
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
  }

  @Test
  void theRulesSeeTheWholeSide() {
    assertThat(PROGRAM.stream().map(JavaClass::getSimpleName))
        .contains("ModelDecider", "Inspecting", "Decisions", "CommandSideApplication");
    assertThat(EVERYTHING.contain(ArrowsTest.class)).isTrue();
    assertThat(PROGRAM.contain(ArrowsTest.class)).isFalse();
  }
}
