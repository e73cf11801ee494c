package vn.danvankheo.events.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds in every module. Its own rules about what may use what stand with each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArrowsConformance {
  private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";
  private static final String VALUE = "org.springframework.beans.factory.annotation.Value";

  /** The module's classes without its tests. */
  protected final JavaClasses program;

  /** The same with its tests. */
  protected final JavaClasses everything;

  private final String root;

  /**
   * Reads a module's classes.
   *
   * @param root the package that has all of them
   */
  protected ArrowsConformance(String root) {
    this.root = root;
    this.everything = new ClassFileImporter().importPackages(root);
    this.program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  @Test
  void theRulesSeeTheModule() {
    assertThat(program).isNotEmpty();
    assertThat(everything.contain(getClass())).isTrue();
    assertThat(program.contain(getClass())).isFalse();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(root + ".(**)").should().beFreeOfCycles().check(program);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    for (Class<?> type :
        new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
      noClasses().should().callMethod(type, "now").check(program);
    }
    noClasses().should().callMethod(UUID.class, "randomUUID").check(program);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(program);
    noClasses().should().callMethod(Math.class, "random").check(program);
  }

  @Test
  void temporaryFilesLieInTheScratchFolder() {
    noClasses()
        .that()
        // What PostgreSQL's own programs say has no persons in it.
        .doNotHaveSimpleName("PostgresPrograms")
        .should()
        .callMethod(
            Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
        .orShould()
        .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
        .orShould()
        .callMethod(File.class, "createTempFile", String.class, String.class)
        .because("what a killed process leaves in the system's folder stays there for ever")
        .check(program);
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
  void whatIsNeededComesByTheConstructor() {
    noFields().should().beAnnotatedWith(AUTOWIRED).check(program);
    noFields().should().beAnnotatedWith(VALUE).check(program);
    noMethods().should().beAnnotatedWith(AUTOWIRED).check(program);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (JavaPackage each : program.getPackage(root).getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty()) {
        assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
      }
    }
  }
}
