package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemException;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code /api/audit/checkpoint}, {@code /proof}, {@code /consistency}: what the ledger proves. */
public final class LedgerEndpoint implements Endpoint {
  private static final long MOST = 999_999_999_999_999_999L;
  private static final Parameter<String> EVENT_ID = Parameter.text("eventId", 36).required();
  private static final Parameter<Long> TREE_SIZE = Parameter.integer("treeSize", 1, MOST);
  private static final Parameter<Long> FROM = Parameter.integer("from", 0, MOST).required();
  private static final Parameter<Long> TO = Parameter.integer("to", 0, MOST);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final LedgerStore ledger;

  /**
   * Serves proofs.
   *
   * @param ledger reads them
   */
  public LedgerEndpoint(LedgerStore ledger) {
    this.ledger = ledger;
  }

  record Proof(
      String eventId,
      long leafIndex,
      String leafHash,
      long treeSize,
      List<String> hashes,
      @Nullable String checkpoint) {}

  record Consistency(long from, long to, List<String> hashes) {}

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of(
                "GET", "/api/audit/checkpoint", "getCheckpoint", "Dấu chốt mới nhất của sổ cái")
            .right(Right.READ_AUDIT)
            .answer(Answer.of(200, "Ghi chú có chữ ký (C2SP tlog-checkpoint)", "text/plain"))
            .to(exchange -> TlogEndpoint.checkpoint(exchange, ledger)),
        Operation.of(
                "GET", "/api/audit/proof", "getProof", "Chứng minh một sự kiện có trong sổ cái")
            .right(Right.READ_AUDIT)
            .query(QuerySpec.of(EVENT_ID, TREE_SIZE))
            .answer(Answer.json(200, "Chứng minh (RFC 9162)", RecordSchema.of(Proof.class)))
            .to(this::proof),
        Operation.of(
                "GET",
                "/api/audit/consistency",
                "getConsistency",
                "Chứng minh cây cũ là phần đầu của cây mới")
            .right(Right.READ_AUDIT)
            .query(QuerySpec.of(FROM, TO))
            .answer(Answer.json(200, "Chứng minh (RFC 9162)", RecordSchema.of(Consistency.class)))
            .to(this::consistency));
  }

  private void proof(Exchange exchange) throws IOException {
    UUID eventId = eventId(exchange.query().get(EVENT_ID).orElseThrow());
    StoredCheckpoint last = last(ledger);
    long leaf =
        ledger
            .leafIndex(eventId)
            .filter(index -> index < last.size())
            .orElseThrow(() -> absent(eventId));
    long size = exchange.query().get(TREE_SIZE).orElse(last.size());
    requireRange("/treeSize", size, leaf + 1, last.size());
    Proof proof =
        new Proof(
            eventId.toString(),
            leaf,
            Hash.leaf(ledger.entry(leaf).orElseThrow(() -> absent(eventId))).base64(),
            size,
            texts(ledger.inclusion(leaf, size)),
            ledger.checkpoint(size).map(StoredCheckpoint::note).orElse(null));
    exchange.response().setHeader("Cache-Control", "private, no-cache");
    exchange.json(200, EventJson.shown(), proof);
  }

  private void consistency(Exchange exchange) throws IOException {
    long size = last(ledger).size();
    long from = exchange.query().get(FROM).orElseThrow();
    long to = exchange.query().get(TO).orElse(size);
    requireRange("/to", to, 0, size);
    requireRange("/from", from, 0, to);
    exchange.response().setHeader("Cache-Control", "private, no-cache");
    exchange.json(
        200, EventJson.shown(), new Consistency(from, to, texts(ledger.consistency(from, to))));
  }

  /** The last signed tree; 503 while there is none. */
  static StoredCheckpoint last(LedgerStore ledger) {
    return ledger
        .last()
        .orElseThrow(() -> ProblemCode.NOT_YET_VISIBLE.retryAfter(SOON).exception());
  }

  private ProblemException absent(UUID eventId) {
    return ledger.isEvent(eventId)
        ? ProblemCode.NOT_YET_VISIBLE.retryAfter(SOON).exception()
        : ProblemCode.NOT_FOUND.problem().exception();
  }

  private static UUID eventId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException isNoId) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
  }

  private static void requireRange(String pointer, long value, long min, long max) {
    if (value < min || value > max) {
      FieldFault fault = new FieldFault(pointer, "OUT_OF_RANGE", Map.of("min", min, "max", max));
      throw ProblemCode.INVALID_PARAMETERS.problem(List.of(fault)).exception();
    }
  }

  private static List<String> texts(List<Hash> hashes) {
    return hashes.stream().map(Hash::base64).toList();
  }
}
