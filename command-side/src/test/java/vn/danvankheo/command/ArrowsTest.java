package vn.danvankheo.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.annotation.Transactional;
import vn.danvankheo.events.architecture.ArrowsConformance;

/** What may use what on the write side. */
class ArrowsTest extends ArrowsConformance {
  private static final String ROOT = "vn.danvankheo.command";

  ArrowsTest() {
    super(ROOT);
  }

  private static final List<String> AGGREGATES =
      List.of("model", "unit", "plan", "account", "rating", "report", "replication");

  @Test
  void decisionsArePure() {
    classes()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "vn.danvankheo.events..", "..domain..")
        .because("a plain test must be able to call them, and nothing else may decide")
        .check(program);
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.io..", "java.net..", "java.nio.file..")
        .check(program);
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
        .check(program);
  }

  @Test
  void theWriteSideDoesNotKnowTheReadSide() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.danvankheo.query..", "vn.danvankheo.standalone..", "com.mongodb..", "org.bson..")
        .check(everything);
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
        .check(program);
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
        .check(program);
  }

  @Test
  void transactionsAreOpenedByHand() {
    noClasses().should().beAnnotatedWith(Transactional.class).check(program);
    noMethods()
        .should()
        .beAnnotatedWith(Transactional.class)
        .because("a command is one transaction, opened in one place")
        .check(program);
  }

  @Test
  void theRulesSeeTheWholeSide() {
    assertThat(program.stream().map(JavaClass::getSimpleName))
        .contains("ModelDecider", "Inspecting", "Decisions", "CommandSideApplication");
    assertThat(everything.contain(ArrowsTest.class)).isTrue();
    assertThat(program.contain(ArrowsTest.class)).isFalse();
  }
}
