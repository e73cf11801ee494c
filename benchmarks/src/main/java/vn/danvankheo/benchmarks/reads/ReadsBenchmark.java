package vn.danvankheo.benchmarks.reads;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.programs.Strides;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * How long a model and a filtered list take over HTTP, compared with the raw driver asking the same
 * server the same: the document by its id; the first fifty of the list in the same order without
 * the long texts, and how many there are in all.
 */
public final class ReadsBenchmark {
  private static final int EVENTS = 100_000;
  private static final long SEED = 1;
  private static final String DETAIL = "GET /api/models/{id}";
  private static final String FLOOR = "GET /api/docs, without any store";
  private static final String RAW_DETAIL = "driver, find by _id";
  private static final String LIST = "GET /api/models?field=&status=";
  private static final String RAW_LIST = "driver, find, sort, limit and count";
  private static final String FIELD = "NEW_RURAL_AND_URBAN";
  private static final String STATUS = "RECOGNIZED";
  private static final int PAGE = 50;
  private static final double WANTED = 1.5;

  private static final List<String> NOT_IN_LISTS =
      List.of(
          "content",
          "solutions",
          "scope",
          "rationale",
          "outputs",
          "sustainability",
          "terms",
          "coordinatingUnits",
          "legalBases",
          "focusTasks",
          "attachments",
          "replicas",
          "_words",
          "_alike");

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final Protocol protocol;
  private final PrintStream out;
  private final Latencies latencies;

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param protocol how to measure; one reader and as many as there are writers
   * @param out told about every turn
   */
  public ReadsBenchmark(
      BenchmarkPostgres postgres, BenchmarkMongo mongo, Protocol protocol, PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.protocol = protocol;
    this.out = out;
    this.latencies = new Latencies(protocol, out);
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    List<String> ids = List.copyOf(EventCopy.write(postgres, EventGenerator.usual(SEED, EVENTS)));
    out.printf("%,d events of %,d models, views on %s%n", EVENTS, ids.size(), mongo.name());
    try (Program program = Program.standalone(postgres, mongo);
        MongoClient client = MongoClients.create(mongo.uri());
        HttpLines lines = new HttpLines(program.port(), protocol.writers())) {
      Registry registry = Registry.open(lines.of(0));
      MongoCollection<Document> models = models(client.getDatabase("danvankheo"));
      latencies.add(Figure.once("models", "", models.countDocuments()));
      String list = "/api/models?field=" + FIELD + "&status=" + STATUS + "&limit=" + PAGE;
      for (int readers : List.of(1, protocol.writers())) {
        latencies.compare(
            readers,
            Contender.of(
                DETAIL,
                r -> i -> registry.get(lines.of(r), "/api/models/" + Strides.one(ids, r, i))),
            Contender.of(RAW_DETAIL, r -> i -> find(models, Strides.one(ids, r, i))),
            WANTED,
            floor(registry, lines));
        latencies.compare(
            readers,
            Contender.of(LIST, r -> i -> registry.get(lines.of(r), list)),
            Contender.of(RAW_LIST, r -> i -> list(models)),
            WANTED);
      }
    }
    return latencies.findings("reads");
  }

  /** What HTTP itself costs. */
  static Contender floor(Registry registry, HttpLines lines) {
    return Contender.of(FLOOR, r -> i -> registry.get(lines.of(r), "/api/docs"));
  }

  private static void find(MongoCollection<Document> models, String id) {
    if (models.find(Filters.eq("_id", id)).first() == null) {
      throw new IllegalStateException("No model " + id);
    }
  }

  private static MongoCollection<Document> models(MongoDatabase database) {
    for (String name : database.listCollectionNames()) {
      if (name.matches("models_\\d+_\\d+")) {
        return database.getCollection(name);
      }
    }
    throw new IllegalStateException("There is no view of models");
  }

  private static void list(MongoCollection<Document> models) {
    Bson filter = Filters.and(Filters.eq("field", FIELD), Filters.eq("status", STATUS));
    FindIterable<Document> page =
        models
            .find(filter)
            .sort(Sorts.descending("createdAt", "_id"))
            .projection(Projections.exclude(NOT_IN_LISTS))
            .limit(PAGE + 1);
    int found = page.into(new ArrayList<>()).size();
    if (found + models.countDocuments(filter) <= PAGE) {
      throw new IllegalStateException("Not a whole page");
    }
  }
}
