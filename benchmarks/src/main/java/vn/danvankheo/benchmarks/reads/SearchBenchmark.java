package vn.danvankheo.benchmarks.reads;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * Searches in the audit over HTTP beside the driver's same {@code find} and count: one event by its
 * request, and the newest page of all that changed one field, and of one type.
 */
public final class SearchBenchmark {
  private static final long SEED = 1;
  private static final int PAGE = 50;
  private static final double WANTED = 3;

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final int events;
  private final PrintStream out;
  private final Latencies latencies;

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param protocol how to measure; with one reader
   * @param events how many there are to search in
   * @param out told about every turn
   */
  public SearchBenchmark(
      BenchmarkPostgres postgres,
      BenchmarkMongo mongo,
      Protocol protocol,
      int events,
      PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.events = events;
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
    EventCopy.write(postgres, EventGenerator.usual(SEED, events));
    out.printf("%,d events, views on %s%n", events, mongo.name());
    try (Program program = Program.standalone(postgres, mongo);
        MongoClient client = MongoClients.create(mongo.uri());
        HttpLines lines = new HttpLines(program.port(), 1)) {
      Registry registry = Registry.open(lines.of(0));
      MongoDatabase database = client.getDatabase("danvankheo");
      MongoCollection<Document> entries = entries(database);
      for (Map.Entry<String, Document> search : searches(entries).entrySet()) {
        String name = search.getKey().replaceFirst("=.*", "");
        String path = "/api/audit?limit=" + PAGE + "&" + search.getKey();
        latencies.compare(
            1,
            Contender.of("search by " + name, r -> i -> registry.get(lines.of(r), path)),
            Contender.of(
                "driver, by " + name, r -> i -> page(database, entries, search.getValue())),
            WANTED);
      }
    }
    return latencies.findings("search");
  }

  private static Map<String, Document> searches(MongoCollection<Document> entries) {
    Object request = entries.find().skip(1_000).limit(1).iterator().next().get("requestId");
    Map<String, Document> searches = new LinkedHashMap<>();
    searches.put("requestId=" + request, new Document("requestId", request));
    searches.put("path=/location", new Document("_paths", "/location"));
    searches.put("type=ModelInspected", new Document("type", "ModelInspected"));
    return searches;
  }

  private static MongoCollection<Document> entries(MongoDatabase database) {
    for (String name : database.listCollectionNames()) {
      if (name.matches("models_.*_audit")) {
        return database.getCollection(name);
      }
    }
    throw new IllegalStateException("There is no audit of models");
  }

  private static void page(
      MongoDatabase database, MongoCollection<Document> entries, Document filter) {
    int found =
        entries
            .find(filter)
            .sort(Sorts.descending("_position", "_id"))
            .limit(PAGE + 1)
            .into(new ArrayList<>())
            .size();
    String name = entries.getNamespace().getCollectionName();
    Document counted = database.runCommand(new Document("count", name).append("query", filter));
    if (found == 0 || counted.getInteger("n") < found) {
      throw new IllegalStateException("Nothing was found by " + filter);
    }
  }
}
