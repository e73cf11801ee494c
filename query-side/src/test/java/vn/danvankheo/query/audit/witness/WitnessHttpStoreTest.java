package vn.danvankheo.query.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.proof.WitnessRequest;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.verifier.Main;

/** Two registries: one cosigns the other's ledger. A third one that is asked too is away. */
@TestMethodOrder(OrderAnnotation.class)
class WitnessHttpStoreTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ORIGIN = "huyen.example/log";
  private static final SignerKey LOG = key(ORIGIN, KeyAlgorithm.ED25519);
  private static final SignerKey OTHER_LOG = key("xa.example/log", KeyAlgorithm.ED25519);
  private static final SignerKey AWAY = key("away.example/w", KeyAlgorithm.COSIGNATURE_V1);
  private static final EventDatabase EVENTS = EventDatabase.create();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static QueryService province;
  private static QueryService district;
  private static VerifierKey witness;
  private static int models;

  @BeforeAll
  static void start() throws Exception {
    province =
        start(
            EventDatabase.create(),
            "tinh",
            Map.of("danvankheo.witness.logs", LOG.verifier() + "\n" + OTHER_LOG.verifier()));
    witness = VerifierKey.parse(province.getOpen(WitnessEndpoint.PREFIX + "/key").text().strip());
    write();
    district =
        start(
            EVENTS,
            "huyen",
            Map.of(
                "danvankheo.ledger.name",
                ORIGIN,
                "danvankheo.ledger.key",
                LOG.text(),
                "danvankheo.ledger.witnesses",
                "# who is away\n%s http://localhost:1/w\n%s %s\n"
                    .formatted(
                        AWAY.verifier(),
                        witness,
                        province.base().resolve(WitnessEndpoint.PREFIX))));
  }

  private static QueryService start(
      EventDatabase events, String name, Map<String, Object> settings) {
    ViewServer views = ViewServer.EMBEDDED;
    return QueryService.start(events, views.uri(views.database()), folder.resolve(name), settings);
  }

  private static SignerKey key(String name, KeyAlgorithm algorithm) {
    return SignerKey.generate(name, algorithm, new SecureRandom());
  }

  @AfterAll
  static void stop() {
    district.close();
    province.close();
  }

  private static long write() {
    String code = "DVK-2024-%04d".formatted(++models);
    return EVENTS.append(
        "model", "m-" + models, 0, ModelEvents.life(code, ModelEvents.TITLE, "VP", 2024));
  }

  private static SignedNote served() {
    return SignedNote.parse(district.getOpen("/api/public/tlog/checkpoint").text());
  }

  private static SignedNote cosigned(long size) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () ->
                Checkpoint.parse(served().text()).size() >= size
                    && served().signedBy(witness)
                    && cosigned() == 1);
    return served();
  }

  /** By how many the last tree was cosigned that was looked at, told after their signatures. */
  private static double cosigned() {
    return district.bean(MeterRegistry.class).get("danvankheo_ledger_cosigned").gauge().value();
  }

  @Test
  @Order(1)
  void theLastTreeIsCosignedAndSoIsEachThatFollows() throws Exception {
    long size = write();
    SignedNote note = cosigned(size);
    assertThat(note.signedBy(LOG.verifier())).isTrue();
    assertThat(note.signedBy(AWAY.verifier())).as("and whoever is away holds up nobody").isFalse();
    assertThat(witness.name()).startsWith("danvankheo/").endsWith("/witness");
    String seen = "/" + Hash.sha256(ORIGIN.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint";
    SignedNote kept = SignedNote.parse(province.getOpen(WitnessEndpoint.PREFIX + seen).text());
    assertThat(kept.text()).isEqualTo(note.text());
    assertThat(kept.signedBy(witness)).isTrue();
    assertThat(kept.signedBy(LOG.verifier())).isTrue();

    long more = write();
    assertThat(Checkpoint.parse(cosigned(more).text()).size()).isEqualTo(more);
  }

  @Test
  @Order(2)
  void aBundleHasTheCosignatureAndIsProven() throws Exception {
    cosigned(models);
    Path bundle = folder.resolve("bundle.zip");
    Files.write(bundle, district.export("").response().body());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        Main.run(
            new String[] {bundle.toString(), "--key", LOG.verifier().text()},
            new PrintStream(said, true, StandardCharsets.UTF_8),
            Locale.ENGLISH);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  @Order(3)
  void answersAsTheSpecificationSays() throws Exception {
    Checkpoint tree = new Checkpoint(OTHER_LOG.verifier().name(), 1, Hash.leaf(new byte[] {1}));
    Checkpoint forked = new Checkpoint(tree.origin(), 1, Hash.leaf(new byte[] {2}));
    assertThat(ask("old 0\n").statusCode()).isEqualTo(400);
    assertThat(ask("\uFFFE".repeat(1 << 16)).statusCode()).isEqualTo(413);
    Checkpoint strange = new Checkpoint("strange.example/log", 1, tree.root());
    SignerKey stranger = key(strange.origin(), KeyAlgorithm.ED25519);
    assertThat(ask(0, strange.sign(stranger)).statusCode()).isEqualTo(404);
    SignerKey impostor = key(tree.origin(), KeyAlgorithm.ED25519);
    assertThat(ask(0, tree.sign(impostor)).statusCode()).isEqualTo(403);
    assertThat(ask(2, tree.sign(OTHER_LOG)).statusCode()).isEqualTo(400);
    HttpResponse<String> none = ask(1, tree.sign(OTHER_LOG));
    assertThat(none.statusCode()).isEqualTo(409);
    assertThat(none.body()).isEqualTo("0\n");
    assertThat(none.headers().firstValue("Content-Type").orElse("")).startsWith("text/x.tlog.size");
    String path =
        "/%s/checkpoint"
            .formatted(Hash.sha256(tree.origin().getBytes(StandardCharsets.UTF_8)).hex());
    assertThat(province.getOpen(WitnessEndpoint.PREFIX + path).status()).isEqualTo(404);

    HttpResponse<String> first = ask(0, tree.sign(OTHER_LOG));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(SignedNote.parse(tree.sign(OTHER_LOG).note() + first.body()).signedBy(witness))
        .as("the line goes below the note as it is")
        .isTrue();
    assertThat(ask(0, tree.sign(OTHER_LOG)).body()).isEqualTo("1\n");
    assertThat(ask(1, tree.sign(OTHER_LOG)).statusCode()).as("the same once more").isEqualTo(200);
    assertThat(ask(1, forked.sign(OTHER_LOG)).statusCode()).as("a fork").isEqualTo(422);
    assertThat(province.getOpen(WitnessEndpoint.PREFIX + path).status()).isEqualTo(200);
    assertThat(district.getOpen(WitnessEndpoint.PREFIX + "/key").status())
        .as("who witnesses nothing has no key")
        .isEqualTo(404);
  }

  /** Of several who go on from one size at once, one is cosigned. */
  @Test
  @Order(4)
  void neverCosignsTwoWaysOn() throws Exception {
    String origin = OTHER_LOG.verifier().name();
    Hash first = Hash.leaf(new byte[] {1});
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Future<Integer>> statuses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Hash second = Hash.leaf(new byte[] {2, (byte) i});
      Checkpoint tree = new Checkpoint(origin, 2, Hash.node(first, second));
      WitnessRequest request = new WitnessRequest(1, List.of(second), tree.sign(OTHER_LOG));
      statuses.add(callers.submit(() -> ask(request.body()).statusCode()));
    }
    List<Integer> answered = new ArrayList<>();
    for (Future<Integer> status : statuses) {
      answered.add(status.get());
    }
    callers.shutdown();
    assertThat(answered).containsOnlyOnce(200);
    assertThat(answered.stream().filter(status -> status != 200)).allMatch(s -> s == 409);
  }

  /** As after a backup was put back: the witness knows a longer ledger than there is. */
  @Test
  @Order(5)
  void doesNotCosignALedgerThatIsShorterThanItWas() throws Exception {
    long size = Checkpoint.parse(cosigned(write()).text()).size();
    Checkpoint longer = new Checkpoint(ORIGIN, size + 1_000, Hash.empty());
    SignedNote note = served();
    List<Hash> proof = List.of(Hash.empty());
    assertThat(ask(new WitnessRequest(size, proof, longer.sign(LOG)).body()).statusCode())
        .isEqualTo(422);
    province.bean(WitnessStore.class).put(longer, longer.sign(LOG), size, Instant.EPOCH);
    write();
    await().atMost(SOON).until(() -> cosigned() == 0);
    assertThat(served().text()).isNotEqualTo(note.text());
    assertThat(served().signedBy(witness)).isFalse();
  }

  private static HttpResponse<String> ask(long old, SignedNote note) throws Exception {
    return ask(new WitnessRequest(old, List.of(), note).body());
  }

  private static HttpResponse<String> ask(String body) throws Exception {
    URI address = province.base().resolve(WitnessEndpoint.PREFIX + "/add-checkpoint");
    return HTTP.send(
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }
}
