package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Right;

/**
 * The ledger as C2SP tlog-tiles: whole for auditors under {@code /api/audit/tlog}, and without its
 * entries for anyone under {@code /api/public/tlog}.
 */
public final class TlogEndpoint implements Endpoint {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";
  private static final String PUBLIC_IMMUTABLE = "public, max-age=31536000, immutable";

  /** {@code x001/x234/067} and {@code .p/N} make up to so many parts: a tree of 2^38 and more. */
  private static final int LONGEST = 4;

  private final LedgerStore ledger;

  /**
   * Serves the log.
   *
   * @param ledger reads it
   */
  public TlogEndpoint(LedgerStore ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>(operations("/api/audit/tlog", "Tlog", false));
    operations.addAll(operations("/api/public/tlog", "PublicTlog", true));
    return operations;
  }

  private List<Operation> operations(String prefix, String name, boolean open) {
    List<Operation> operations = new ArrayList<>();
    operations.add(
        of(prefix + "/checkpoint", "get" + name + "Checkpoint", "Dấu chốt của sổ cái", open)
            .answer(Answer.of(200, "Ghi chú có chữ ký (C2SP tlog-checkpoint)", "text/plain"))
            .to(exchange -> checkpoint(exchange, ledger)));
    operations.add(
        of(prefix + "/key", "get" + name + "Key", "Khóa công khai của sổ cái", open)
            .answer(Answer.of(200, "Một dòng (C2SP signed-note)", "text/plain"))
            .to(exchange -> keys(exchange, 1)));
    operations.add(
        of(
                prefix + "/keys",
                "list" + name + "Keys",
                "Mọi khóa công khai, khóa mới nhất trước",
                open)
            .answer(Answer.of(200, "Mỗi khóa một dòng (C2SP signed-note)", "text/plain"))
            .to(exchange -> keys(exchange, Integer.MAX_VALUE)));
    StringBuilder path = new StringBuilder(prefix + "/tile/{level}");
    for (int parts = 1; parts <= LONGEST; parts++) {
      path.append("/{p").append(parts).append('}');
      String summary = "Một mảnh của cây băm (C2SP tlog-tiles)";
      operations.add(
          of(path.toString(), "get" + name + "Tile" + parts, summary, open)
              .answer(Answer.of(200, "Các mã băm, mỗi mã 32 byte; hoặc các mục", BYTES))
              .to(exchange -> tile(exchange, open)));
    }
    return operations;
  }

  private static Operation.Builder of(String path, String name, String summary, boolean open) {
    Operation.Builder operation = Operation.of("GET", path, name, summary);
    return open ? operation.open() : operation.right(Right.READ_AUDIT);
  }

  /** Answers with the last signed tree. */
  static void checkpoint(Exchange exchange, LedgerStore ledger) throws IOException {
    StoredCheckpoint last = LedgerEndpoint.last(ledger);
    String tag = EntityTag.of(last.size() + "," + last.note().length());
    if (!Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      exchange.bytes(200, TEXT, last.note().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void keys(Exchange exchange, int atMost) throws IOException {
    List<VerifierKey> keys = new ArrayList<>(ledger.keys());
    Collections.reverse(keys);
    String lines =
        keys.stream().limit(atMost).map(key -> key.text() + "\n").collect(Collectors.joining());
    exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
    exchange.bytes(200, TEXT, lines.getBytes(StandardCharsets.UTF_8));
  }

  private void tile(Exchange exchange, boolean open) throws IOException {
    StringBuilder path = new StringBuilder("tile/").append(exchange.path("level"));
    for (int part = 1; exchange.path().containsKey("p" + part); part++) {
      path.append('/').append(exchange.path("p" + part));
    }
    TilePath tile =
        TilePath.parse(path.toString())
            .filter(found -> !open || found.level() != TilePath.ENTRIES)
            .orElseThrow(TlogEndpoint::notFound);
    byte[] bytes = ledger.tile(tile).orElseThrow(TlogEndpoint::notFound);
    String lasting = open ? PUBLIC_IMMUTABLE : Conditional.IMMUTABLE;
    String caching = tile.full() ? lasting : Conditional.REVALIDATE;
    exchange.response().setHeader("Cache-Control", caching);
    exchange.bytes(200, BYTES, bytes);
  }

  private static RuntimeException notFound() {
    return ProblemCode.NOT_FOUND.problem().exception();
  }
}
