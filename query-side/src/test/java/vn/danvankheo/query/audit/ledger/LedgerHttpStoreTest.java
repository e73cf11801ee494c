package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.EntryBundle;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.testing.Described;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ViewServer;

class LedgerHttpStoreTest {
  private static final Path GO_CHECK = Path.of("src/test/go/tlogcheck");
  private static final int MODELS = 60;

  @TempDir static Path data;
  private static QueryService service;
  private static String eventId;
  private static long size;

  @BeforeAll
  static void start() {
    EventDatabase events = EventDatabase.create();
    ViewServer views = ViewServer.EMBEDDED;
    for (int i = 0; i < MODELS; i++) {
      String code = String.format("DVK-2024-%04d", i);
      size +=
          append(events, "m" + i, ModelEvents.life(code, ModelEvents.TITLE + i, "VP-TTHCC", 2024));
    }
    service = QueryService.start(events, views.uri(views.database()), data);
    LedgerStore ledger = service.bean(LedgerStore.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> ledger.last().orElseThrow().size() == size);
    eventId = LedgerEntry.parse(ledger.entry(size / 2).orElseThrow()).eventId();
  }

  private static int append(EventDatabase events, String id, List<ModelEvent> life) {
    events.append("model", id, 0, life);
    return life.size();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void provesAnEventAndTheGrowthOfTheTree() {
    VerifierKey key = VerifierKey.parse(service.get("/api/audit/tlog/key").text().strip());
    Answer answer = service.get("/api/audit/proof?eventId=" + eventId);
    assertThat(answer.status()).isEqualTo(200);
    Described described = new Described(service.getOpen("/api/openapi/query.json").json());
    described.check("/api/audit/proof", 200, answer.json());
    JsonNode proof = answer.json();
    SignedNote note = SignedNote.parse(proof.get("checkpoint").asString());
    assertThat(note.signedBy(key)).isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    long leaf = proof.get("leafIndex").asLong();
    assertThat(leaf).isEqualTo(size / 2);
    assertThat(
            MerkleProofs.verifyInclusion(
                Hash.fromBase64(proof.get("leafHash").asString()),
                leaf,
                proof.get("treeSize").asLong(),
                checkpoint.root(),
                hashes(proof)))
        .isTrue();

    Answer grown = service.get("/api/audit/consistency?from=100&to=" + checkpoint.size());
    described.check("/api/audit/consistency", 200, grown.json());
    assertThat(service.get("/api/audit/consistency?from=100").json().get("to").asLong())
        .isGreaterThanOrEqualTo(size);
    Hash older = MerkleProofs.root(100, (level, index) -> subtree(level, index));
    assertThat(
            MerkleProofs.verifyConsistency(
                100, older, checkpoint.size(), checkpoint.root(), hashes(grown.json())))
        .isTrue();
    String smaller = "/api/audit/proof?eventId=" + eventId + "&treeSize=" + (size / 2 + 1);
    assertThat(service.get(smaller).json().get("treeSize").asLong()).isEqualTo(size / 2 + 1);
  }

  /** Up to 256 leaves, from the one tile that is there for sure. */
  private static Hash subtree(int level, long index) {
    byte[] tile = service.getOpen("/api/public/tlog/tile/0/000").response().body();
    if (level == 0) {
      return Hash.of(tile, (int) index * 32, (int) index * 32 + 32);
    }
    return Hash.node(subtree(level - 1, index * 2), subtree(level - 1, index * 2 + 1));
  }

  private static List<Hash> hashes(JsonNode proof) {
    List<Hash> hashes = new ArrayList<>();
    proof.get("hashes").forEach(hash -> hashes.add(Hash.fromBase64(hash.asString())));
    return hashes;
  }

  @Test
  void publishesTheLogWithoutItsEntriesToAnyone() {
    for (String path : List.of("key", "keys", "checkpoint")) {
      Answer open = service.getOpen("/api/public/tlog/" + path);
      assertThat(open.status()).isEqualTo(200);
      assertThat(open.header("Content-Type")).startsWith("text/plain");
      assertSameAsOpen("/api/audit/tlog/" + path, path);
    }
    assertSameAsOpen("/api/audit/checkpoint", "checkpoint");
    Answer full = service.getOpen("/api/public/tlog/tile/0/000");
    assertThat(full.response().body()).hasSize(8192);
    assertThat(full.header("Cache-Control")).contains("immutable");
    Answer partial = service.getOpen("/api/public/tlog/tile/1/000.p/1");
    assertThat(partial.response().body()).hasSize(32);
    assertThat(partial.header("Cache-Control")).doesNotContain("immutable");

    assertThat(
            EntryBundle.decode(service.get("/api/audit/tlog/tile/entries/000").response().body()))
        .hasSize(256);
    assertThat(service.getOpen("/api/public/tlog/tile/entries/000").status()).isEqualTo(404);
    assertThat(service.getOpen("/api/audit/tlog/tile/entries/000").status()).isEqualTo(401);
  }

  /** The record of what another test asked for may be signed between the two answers. */
  private static void assertSameAsOpen(String path, String open) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(service.get(path).text())
                    .isEqualTo(service.getOpen("/api/public/tlog/" + open).text()));
  }

  @Test
  void answersWhatItHasNotAndToWhomItMayNot() {
    assertThat(service.get("/api/audit/proof").status()).isEqualTo(400);
    assertThat(service.get("/api/audit/proof?eventId=x").status()).isEqualTo(404);
    assertThat(service.get("/api/audit/proof?eventId=" + new UUID(1, 2)).status()).isEqualTo(404);
    String proof = "/api/audit/proof?eventId=" + eventId;
    assertThat(service.get(proof + "&treeSize=1").status()).isEqualTo(400);
    assertThat(service.get(proof + "&treeSize=" + (size + 999)).status()).isEqualTo(400);
    assertThat(service.get("/api/audit/consistency?from=5&to=4").status()).isEqualTo(400);
    assertThat(service.get("/api/audit/consistency?from=1&to=" + (size + 999)).status())
        .isEqualTo(400);
    assertThat(service.get("/api/audit/tlog/tile/0/x000/001").status()).isEqualTo(404);
    assertThat(service.get("/api/audit/tlog/tile/0/001.p/256").status()).isEqualTo(404);
    assertThat(service.get("/api/audit/tlog/tile/5/000").status()).isEqualTo(404);
    assertThat(service.get(Role.CLERK, proof).status()).isEqualTo(403);
    assertThat(service.getOpen(proof).status()).isEqualTo(401);
  }

  @Test
  void verifiesAsAnOperationThatLeavesARecord() {
    Answer started =
        service.post(Role.AUDITOR, "/api/admin/verifications", "{\"reason\":\"Kiểm tra quý\"}");
    assertThat(started.status()).isEqualTo(202);
    String location = started.header("Location");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.get(location).json().get("state").asString().equals("SUCCEEDED"));
    JsonNode operation = service.get(location).json();
    new Described(service.getOpen("/api/openapi/query.json").json())
        .check("/api/admin/verifications/{id}", 200, operation);
    assertThat(operation.get("result").get("findings")).isEmpty();
    assertThat(operation.get("result").get("events").asLong()).isGreaterThanOrEqualTo(size);
    assertThat(service.post(Role.LEADER, "/api/admin/verifications", "{}").status()).isEqualTo(403);
    assertThat(service.post(Role.AUDITOR, "/api/admin/verifications", "{\"from\":0}").status())
        .isEqualTo(422);
    assertThat(
            service.post(Role.AUDITOR, "/api/admin/verifications", "{\"from\":10,\"to\":2}").text())
        .contains("/to", "Phải từ 10 trở đi");
    assertThat(service.get("/api/admin/verifications/x").status()).isEqualTo(404);
  }

  /** Somebody else's implementation: the packages by which Go checks its modules. */
  @Test
  void goVerifiesCheckpointInclusionAndConsistency() throws Exception {
    needed("Go is not installed", "go", "version");
    needed("Go's package x/mod can't be had", "go", "mod", "download");
    Ran check = go("go", "run", ".", service.base().toString(), eventId);
    assertThat(check.status()).as(check.output()).isZero();
    assertThat(check.output()).contains("verified ", "leaf " + size / 2);
  }

  /** On a laptop the check is left out with a message; where everything is checked it is not. */
  private static void needed(String otherwise, String... command) throws Exception {
    String why;
    try {
      Ran ran = go(command);
      why = ran.status() == 0 ? "" : otherwise + ": " + ran.output();
    } catch (IOException absent) {
      why = otherwise + ": " + absent.getMessage();
    }
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(why).isEmpty();
    }
    assumeTrue(why.isEmpty(), why);
  }

  private record Ran(int status, String output) {}

  private static Ran go(String... command) throws IOException, InterruptedException {
    ProcessBuilder go =
        new ProcessBuilder(command).directory(GO_CHECK.toFile()).redirectErrorStream(true);
    go.environment().put("TOKEN", service.token(Role.AUDITOR));
    go.environment().put("GOTOOLCHAIN", "local");
    Process process = go.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
