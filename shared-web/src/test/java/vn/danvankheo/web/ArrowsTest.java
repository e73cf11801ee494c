package vn.danvankheo.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import vn.danvankheo.events.architecture.ArrowsConformance;

/** What may use what in the room that both sides share. */
class ArrowsTest extends ArrowsConformance {
  private static final String ROOT = "vn.danvankheo.web";

  ArrowsTest() {
    super(ROOT);
  }

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
        .check(program);
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
        .check(program);
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
        .check(program);
  }
}
