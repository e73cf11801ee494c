package vn.danvankheo.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import vn.danvankheo.events.architecture.ArrowsConformance;

/** What may use what in this module. */
class ArrowsTest extends ArrowsConformance {
  private static final String ROOT = "vn.danvankheo.standalone";

  ArrowsTest() {
    super(ROOT);
  }

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
}
