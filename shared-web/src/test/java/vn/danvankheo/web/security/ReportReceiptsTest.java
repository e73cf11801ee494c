package vn.danvankheo.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.security.ReportReceipts.InvalidReceipt;
import vn.danvankheo.web.security.ReportReceipts.Receipt;

class ReportReceiptsTest {
  private static final Instant NOW = Instant.parse("2024-12-16T02:00:00Z");
  private static final String SECRET = "0123456789012345678901234567890123456789";
  private static final Receipt RECEIPT =
      new Receipt(
          new ReportScope(
              ReportType.QUARTER,
              "VP",
              2024,
              null,
              2,
              null,
              LocalDate.of(2024, 3, 15),
              LocalDate.of(2024, 6, 14)),
          5_000_000_000L,
          1,
          "sha256:" + "0".repeat(64),
          "danvankheo.vn/log\n12\nabc\n");

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private static ReportReceipts receipts(String secret, Instant instant) {
    return new ReportReceipts(() -> secret.getBytes(StandardCharsets.UTF_8), at(instant));
  }

  @Test
  void tellsWhatWasSignedUntilItExpires() {
    String text = receipts(SECRET, NOW).sign(RECEIPT);
    Instant end = NOW.plus(ReportReceipts.LIFETIME);
    assertThat(receipts(SECRET, end.minusMillis(1)).verify(text)).isEqualTo(RECEIPT);
    assertThatThrownBy(() -> receipts(SECRET, end).verify(text))
        .isInstanceOfSatisfying(InvalidReceipt.class, e -> assertThat(e.expired()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b.c", "khong phai bien nhan"})
  void nonsenseIsNoReceipt(String text) {
    refused(receipts(SECRET, NOW), text);
  }

  @Test
  void whatOthersSignedOrChangedIsNoReceipt() {
    String text = receipts(SECRET, NOW).sign(RECEIPT);
    refused(receipts(SECRET.repeat(2), NOW), text);
    refused(receipts(SECRET, NOW), text.substring(0, text.length() - 4) + "AAAA");
  }

  @Test
  void aReceiptIsNoAccessTokenAndNoAccessTokenIsAReceipt() {
    AccessTokens tokens = new AccessTokens(() -> SECRET.getBytes(StandardCharsets.UTF_8), at(NOW));
    assertThat(tokens.verify(receipts(SECRET, NOW).sign(RECEIPT))).isEmpty();
    Caller leader = new Caller("chanhvp", null, "Chánh Văn phòng", "VP", Set.of(Role.LEADER));
    refused(receipts(SECRET, NOW), tokens.issue(leader, "s"));
  }

  private static void refused(ReportReceipts receipts, String text) {
    assertThatThrownBy(() -> receipts.verify(text))
        .isInstanceOfSatisfying(InvalidReceipt.class, e -> assertThat(e.expired()).isFalse());
  }
}
