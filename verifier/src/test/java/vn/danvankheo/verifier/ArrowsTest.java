package vn.danvankheo.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who checks a bundle trusts the JDK and a few hundred lines, and is never called home. */
class ArrowsTest {
  private static final JavaClasses VERIFIER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.danvankheo.verifier", "vn.danvankheo.proof");

  @Test
  void theVerifierNeedsTheJdkOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "vn.danvankheo.proof..", "vn.danvankheo.verifier..")
        .check(VERIFIER);
  }

  @Test
  void theVerifierKnowsNoNetwork() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..").check(VERIFIER);
  }
}
