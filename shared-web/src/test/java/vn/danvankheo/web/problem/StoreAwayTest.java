package vn.danvankheo.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAwayTest {
  private final StoreAway mapper = new StoreAway();

  private @Nullable Problem of(Throwable thrown) {
    return mapper.problemOf(new IllegalStateException("outer", new RuntimeException(thrown)));
  }

  @Test
  void anEmptyPoolIsAStoreAway() {
    Problem problem = of(new SQLTransientConnectionException("no connection within 3000 ms"));
    assertThat(problem).isNotNull();
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.headers()).containsEntry("Retry-After", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "57014", "53300", "25006"})
  void soIsWhatTheServerSaysOfItself(String state) {
    assertThat(of(new SQLException("away", state))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22001", "55P03"})
  void othersAreNot(String state) {
    assertThat(of(new SQLException("wrong", state))).isNull();
    assertThat(of(new SQLException("unknown"))).isNull();
  }

  @Test
  void circlesOfCausesEnd() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);
    assertThat(of(one)).isNull();
  }
}
