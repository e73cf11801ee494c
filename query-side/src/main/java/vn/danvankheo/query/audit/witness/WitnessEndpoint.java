package vn.danvankheo.query.audit.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.NoteSignature;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.proof.WitnessRequest;
import vn.danvankheo.query.audit.ledger.LedgerKeyring;
import vn.danvankheo.query.audit.witness.WitnessStore.Seen;
import vn.danvankheo.query.audit.witness.domain.Refusal;
import vn.danvankheo.query.audit.witness.domain.Witnessing;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.ProblemCode;

/**
 * {@code /api/public/witness}: this installation as a witness of other offices' logs, by C2SP
 * tlog-witness. Whoever has a log's key may ask, and nobody else gets anything cosigned.
 */
public final class WitnessEndpoint implements Endpoint {
  /** Where it is; what follows is C2SP's. */
  public static final String PREFIX = "/api/public/witness";

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String SIZE = "text/x.tlog.size";
  private static final int MOST = 1 << 16;

  private final List<VerifierKey> logs;
  private final LedgerKeyring keyring;
  private final Optional<String> name;
  private final WitnessStore store;
  private final Clock clock;

  /**
   * Serves what it was told to witness.
   *
   * @param logs the keys of other offices' logs; several of one origin are all that log's
   * @param keyring has the witness's own key
   * @param name the witness's; when it is not given, made from the event store's id
   * @param store what was cosigned
   * @param clock tells when
   */
  public WitnessEndpoint(
      List<VerifierKey> logs,
      LedgerKeyring keyring,
      Optional<String> name,
      WitnessStore store,
      Clock clock) {
    this.logs = List.copyOf(logs);
    this.keyring = keyring;
    this.name = name;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of(
                "POST",
                PREFIX + "/add-checkpoint",
                "addCheckpoint",
                "Ký xác nhận dấu chốt của sổ cái nơi khác (C2SP tlog-witness)")
            .open()
            .text()
            .answer(Answer.of(200, "Dòng chữ ký xác nhận (C2SP tlog-cosignature)", "text/plain"))
            .to(this::add),
        Operation.of(
                "GET",
                PREFIX + "/{originHash}/checkpoint",
                "getWitnessedCheckpoint",
                "Dấu chốt đã ký xác nhận gần nhất của một sổ cái nơi khác")
            .open()
            .answer(
                Answer.of(200, "Ghi chú có chữ ký của sổ cái và của nơi xác nhận", "text/plain"))
            .to(this::last),
        Operation.of("GET", PREFIX + "/key", "getWitnessKey", "Khóa công khai của nơi xác nhận")
            .open()
            .answer(Answer.of(200, "Một dòng (C2SP signed-note)", "text/plain"))
            .to(this::key));
  }

  private void add(Exchange exchange) throws IOException {
    WitnessRequest request;
    Checkpoint checkpoint;
    try {
      request = WitnessRequest.parse(body(exchange));
      checkpoint = Checkpoint.parse(request.checkpoint().text());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw ProblemCode.BAD_REQUEST.problem().exception();
    }
    List<VerifierKey> trusted =
        logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
    Optional<Seen> seen = trusted.isEmpty() ? Optional.empty() : store.last(checkpoint.origin());
    Optional<Refusal> refusal =
        Witnessing.refusal(request, checkpoint, trusted, seen.map(Seen::checkpoint));
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get(), seen);
      return;
    }
    Instant now = clock.instant();
    NoteSignature cosignature = signer().cosign(request.checkpoint().text(), now);
    if (store.put(checkpoint, request.checkpoint().with(cosignature), request.oldSize(), now)) {
      exchange.bytes(200, TEXT, (cosignature.line() + "\n").getBytes(StandardCharsets.UTF_8));
    } else {
      refuse(exchange, Refusal.OTHER_SIZE, store.last(checkpoint.origin()));
    }
  }

  private static String body(Exchange exchange) throws IOException {
    byte[] bytes = exchange.request().getInputStream().readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw ProblemCode.BODY_TOO_LARGE.problem().exception();
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static void refuse(Exchange exchange, Refusal refusal, Optional<Seen> seen)
      throws IOException {
    switch (refusal) {
      case UNKNOWN_LOG -> throw ProblemCode.NOT_FOUND.problem().exception();
      case UNSIGNED -> throw ProblemCode.FORBIDDEN.problem().exception();
      case BACKWARDS -> throw ProblemCode.BAD_REQUEST.problem().exception();
      case INCONSISTENT -> throw ProblemCode.INVALID_FIELDS.problem().exception();
      case OTHER_SIZE -> {
        long size = seen.map(Seen::checkpoint).map(Checkpoint::size).orElse(0L);
        exchange.bytes(409, SIZE, (size + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private void last(Exchange exchange) throws IOException {
    String note =
        logs.stream()
            .map(VerifierKey::name)
            .filter(origin -> hash(origin).equals(exchange.path("originHash")))
            .findFirst()
            .flatMap(store::last)
            .map(Seen::note)
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    answer(exchange, note);
  }

  private static String hash(String origin) {
    return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private void key(Exchange exchange) throws IOException {
    answer(exchange, signer().verifier().text() + "\n");
  }

  private static void answer(Exchange exchange, String text) throws IOException {
    exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
    exchange.bytes(200, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Made when it is first needed; a registry that witnesses nothing has none. */
  private SignerKey signer() throws IOException {
    if (logs.isEmpty()) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
    List<SignerKey> keys = keyring.keys();
    if (keys.isEmpty()) {
      keys = keyring.create(name.orElseGet(() -> "danvankheo/" + store.storeId() + "/witness"));
    }
    return keys.get(0);
  }
}
