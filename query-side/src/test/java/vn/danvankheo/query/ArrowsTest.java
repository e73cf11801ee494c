package vn.danvankheo.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What may use what on the read side. */
class ArrowsTest {
  private static final String ROOT = "vn.danvankheo.query";

  private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages(ROOT);
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theReadSideKnowsNeitherTheWriteSideNorAxon() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.danvankheo.command..", "vn.danvankheo.standalone..", "org.axonframework..")
        .because("views are folded by the same folds, and by nothing else of the write side")
        .check(EVERYTHING);
  }

  @Test
  void theDriverStaysInStores() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".mongo..")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .haveSimpleNameNotEndingWith("Configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..")
        .because("what a view store can do is decided in few places")
        .check(PROGRAM);
  }

  @Test
  void endpointsTouchNeitherProjectionsNorStoresBeneath() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Endpoint")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Projection")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.springframework.jdbc..", "com.mongodb..")
        .because("queries know stores, and stores know servers")
        .check(PROGRAM);
  }

  @Test
  void projectionsKnowNoStore() {
    noClasses()
        .that()
        .implement(vn.danvankheo.query.projecting.Projection.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "java.sql..", "javax.sql..", "org.springframework..")
        .because("whatever drives a fold must get the same documents")
        .check(PROGRAM);
  }

  @Test
  void readingAndProjectingKnowNoHttp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".reading..", ROOT + ".projecting..", ROOT + ".parity..", ROOT + ".mongo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.danvankheo.web..", "org.springframework..", "jakarta..", ROOT + ".views..")
        .check(PROGRAM);
  }

  @Test
  void theLedgersRulesKnowProofsOnly() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".audit.ledger.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "vn.danvankheo.proof..", ROOT + ".audit.ledger.domain..")
        .because("what the ledger must agree with is decided without a store")
        .check(PROGRAM);
  }

  @Test
  void definitionsOfReportsArePure() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".reporting.domain")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are pure",
                type ->
                    !type.getPackageName().startsWith(ROOT)
                        || type.getPackageName().endsWith(".reporting.domain")
                        || type.getSimpleName().equals("UnitTree")
                        || type.getSimpleName().equals("PlanBook")))
        .because("the same events must give the same report for ever")
        .check(PROGRAM);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".reporting.domain")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "tools.jackson..",
            "org.bson..",
            "com.mongodb..",
            "java.sql..",
            "java.io..",
            "org.springframework..")
        .check(PROGRAM);
  }

  @Test
  void whatIsToldOfEventsIsPure() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".history.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "vn.danvankheo.events..",
            ROOT + ".history.domain..")
        .because("the same words and changes must come out wherever events are read")
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
  void everyPackageSaysWhatItIsFor() {
    for (JavaPackage each : PROGRAM.getPackage(ROOT).getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty()) {
        assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
      }
    }
  }

  @Test
  void theRulesSeeTheWholeSide() {
    assertThat(PROGRAM.stream().map(JavaClass::getSimpleName))
        .contains("ModelsProjection", "ModelStore", "ModelsEndpoint", "QuerySideApplication");
    assertThat(EVERYTHING.contain(ArrowsTest.class)).isTrue();
    assertThat(PROGRAM.contain(ArrowsTest.class)).isFalse();
  }
}
