package vn.danvankheo.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.architecture.ArrowsConformance;

/** What may use what on the read side. */
class ArrowsTest extends ArrowsConformance {
  private static final String ROOT = "vn.danvankheo.query";

  ArrowsTest() {
    super(ROOT);
  }

  @Test
  void theReadSideKnowsNeitherTheWriteSideNorAxon() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.danvankheo.command..", "vn.danvankheo.standalone..", "org.axonframework..")
        .because("views are folded by the same folds, and by nothing else of the write side")
        .check(everything);
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
        .check(program);
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
        .check(program);
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
        .check(program);
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
        .check(program);
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
        .check(program);
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
        .check(program);
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
        .check(program);
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
        .check(program);
  }

  @Test
  void theRulesSeeTheWholeSide() {
    assertThat(program.stream().map(JavaClass::getSimpleName))
        .contains("ModelsProjection", "ModelStore", "ModelsEndpoint", "QuerySideApplication");
    assertThat(everything.contain(ArrowsTest.class)).isTrue();
    assertThat(program.contain(ArrowsTest.class)).isFalse();
  }
}
