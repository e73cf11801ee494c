package vn.danvankheo.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may use what in this module. */
class ArrowsTest {
  private static final String ROOT = "vn.danvankheo.standalone";

  private final JavaClasses everything = new ClassFileImporter().importPackages(ROOT);
  private final JavaClasses program =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void onlyTheConfigurationKnowsTheSides() {
    noClasses()
        .that()
        .doNotHaveSimpleName("StandaloneConfiguration")
        .and()
        .haveSimpleNameNotEndingWith("Command")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("vn.danvankheo.command..", "vn.danvankheo.query..")
        .because("the standalone is both processes in one, not a third side, but for its commands")
        .check(program);
  }

  @Test
  void theSampleDataKnowNothingButHttp() {
    noClasses()
        .that()
        .resideInAPackage("..sample..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("vn.danvankheo.events..", "vn.danvankheo.web..", "..embedded..")
        .because("they are played in through the public interface")
        .check(program);
  }

  @Test
  void theStoresKnowNothingOfWhoUsesThem() {
    noClasses()
        .that()
        .resideInAnyPackage("..embedded..", "..datafolder..", "..console..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("vn.danvankheo.events..", "vn.danvankheo.web..", "..sample..")
        .because("they serve any process that needs a store")
        .check(program);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(program);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    for (Class<?> type :
        new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
      noClasses().should().callMethod(type, "now").check(everything);
    }
    noClasses().should().callMethod(UUID.class, "randomUUID").check(everything);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(everything);
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .because("tests wait for a condition, the program for an event")
        .check(everything);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (JavaPackage each : program.getPackage(ROOT).getSubpackagesInTree()) {
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
  }

  @Test
  void theRulesSeeTheWholeProgram() {
    assertThat(program.stream().map(JavaClass::getSimpleName))
        .contains("DanvankheoApplication", "EmbeddedPostgres", "DataFolder", "SampleData");
    classes().that().haveSimpleName("ArrowsTest").should().bePackagePrivate().check(everything);
  }
}
