package vn.danvankheo.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proofs are checked by people who trust neither us nor our libraries. */
class ArrowsTest {
  private static final JavaClasses PROOF =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.danvankheo.proof");

  @Test
  void proofsNeedTheJdkOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "vn.danvankheo.proof..")
        .check(PROOF);
  }

  @Test
  void timeComesFromOutside() {
    noClasses().should().callMethod(Instant.class, "now").check(PROOF);
    noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(PROOF);
  }
}
