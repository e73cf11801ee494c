package vn.danvankheo.web.endpoint;

/**
 * A request header that an operation reads.
 *
 * @param name its name
 * @param required whether it must be there
 * @param description in words
 */
public record RequestHeader(String name, boolean required, String description) {
  /** The version a command is meant for. */
  public static final RequestHeader IF_MATCH =
      new RequestHeader(
          "If-Match", true, "Phiên bản đã xem, ví dụ \"3\"; * là phiên bản hiện tại bất kỳ");

  /** The key that makes repeating a command harmless. */
  public static final RequestHeader IDEMPOTENCY_KEY =
      new RequestHeader(
          "Idempotency-Key", false, "1–128 ký tự ASCII; gửi lại cùng khóa cho cùng kết quả");

  /** The version the caller has already. */
  public static final RequestHeader IF_NONE_MATCH =
      new RequestHeader("If-None-Match", false, "Phiên bản đã có; trả về 304 nếu chưa đổi");
}
