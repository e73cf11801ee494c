package vn.danvankheo.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String ID = "0af7651916cd43dd8448eb211c80319c";
  private final AtomicLong next = new AtomicLong(2);
  private final LongSupplier random = next::getAndIncrement;

  @Test
  void continuesTheCallersTrace() {
    Trace trace = Trace.from("00-" + ID + "-b7ad6b7169203331-01", "abc-1", random);
    assertThat(trace.traceId()).isEqualTo(ID);
    assertThat(trace.requestId()).isEqualTo("abc-1");
    assertThat(Trace.from("42-" + ID + "-b7ad6b7169203331-01-later", null, random).traceId())
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
      })
  void startsAnewWhenTheHeaderIsMalformed(String header) {
    assertThat(Trace.from(header, null, random).traceId()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
  }

  @Test
  void requestIdsThatCouldForgeLogLinesAreReplaced() {
    assertThat(Trace.from(null, "a\nb", random).requestId()).matches("[0-9a-f]{16}");
    assertThat(Trace.from(null, "x".repeat(65), random).requestId()).matches("[0-9a-f]{16}");
    assertThat(Trace.from(null, null, random).requestId()).matches("[0-9a-f]{16}");
  }
}
