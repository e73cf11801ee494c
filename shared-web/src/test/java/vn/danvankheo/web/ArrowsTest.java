package vn.danvankheo.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may use what in the room that both sides share. */
class ArrowsTest {
  private static final String ROOT = "vn.danvankheo.web";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void itKnowsNoSideAndNoStore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.danvankheo.command..",
            "vn.danvankheo.query..",
            "vn.danvankheo.standalone..",
            "org.axonframework..",
            "com.mongodb..",
            "org.springframework.jdbc..",
            "javax.sql..")
        .because("both sides stand on it")
        .check(PROGRAM);
  }

  @Test
  void problemsSchemasAndParametersKnowNoRouting() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".problem..",
            ROOT + ".trace..",
            ROOT + ".validation..",
            ROOT + ".query..",
            ROOT + ".conditional..",
            ROOT + ".security..",
            ROOT + ".table..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".endpoint..", ROOT + ".openapi..")
        .check(PROGRAM);
  }

  @Test
  void tomcatAndItsWordsStayInOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".problem..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".ProblemTomcat")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.catalina..", "org.apache.coyote..", "org.apache.tomcat..")
        .check(PROGRAM);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    noClasses().should().callMethod(Instant.class, "now").check(PROGRAM);
    noClasses().should().callMethod(LocalDate.class, "now").check(PROGRAM);
    noClasses().should().callMethod(UUID.class, "randomUUID").check(PROGRAM);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(PROGRAM);
    noFields().should().beAnnotatedWith(Autowired.class).check(PROGRAM);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    for (JavaPackage each : PROGRAM.getPackage(ROOT).getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty()) {
        assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
      }
    }
  }
}
