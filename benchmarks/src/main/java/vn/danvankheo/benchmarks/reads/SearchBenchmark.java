package vn.danvankheo.benchmarks.reads;

import static java.util.Optional.of;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.generator.GeneratedEvent;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.programs.HttpLine;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.query.audit.AuditFilter;
import vn.danvankheo.query.audit.entry.AuditStore;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.mongo.ViewDatabase;

/**
 * Searches in the audit over HTTP beside the driver's same {@code find} and count of the entries of
 * models: by each of what can be asked for, newest first.
 */
public final class SearchBenchmark {
  private static final long SEED = 1;
  private static final int PAGE = 50;

  /** So many events go the whole way; of the others only the entries are made. */
  private static final int BUILT = 20_000;

  private static final double WANTED = 3;
  private static final String INSPECTED = "ModelInspected";
  private static final Optional<String> NONE = Optional.empty();
  private static final Keyset ORDER = AuditStore.order(true, "");

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final int events;
  private final boolean pause;
  private final PrintStream out;
  private final Latencies latencies;

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param protocol how to measure; with one reader
   * @param events how many there are to search in
   * @param pause whether to wait for a line of standard input before measuring
   * @param out told about every turn
   */
  public SearchBenchmark(
      BenchmarkPostgres postgres,
      BenchmarkMongo mongo,
      Protocol protocol,
      int events,
      boolean pause,
      PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.events = events;
    this.pause = pause;
    this.out = out;
    this.latencies = new Latencies(protocol, out);
  }

  /** A search as a caller writes it, and as the store is asked. */
  private record Search(String name, String query, BsonDocument filter) {
    static Search of(String name, String parameter, String value, AuditFilter filter) {
      String query = "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
      return new Search(name, query, filter.build());
    }

    String path() {
      return "/api/audit?limit=" + PAGE + query;
    }
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    int built = Math.min(events, BUILT);
    EventCopy.write(postgres, first(EventGenerator.usual(SEED, events), built));
    try (Program program = Program.standalone(postgres, mongo);
        MongoClient client = MongoClients.create(mongo.uri());
        HttpLines lines = new HttpLines(program.port(), 1)) {
      Registry registry = Registry.open(lines.of(0));
      MongoDatabase database = client.getDatabase("danvankheo");
      MongoCollection<Document> entries = entries(database);
      String collection = entries.getNamespace().getCollectionName();
      new EntryFill(new ViewDatabase(database), collection)
          .fill(EventGenerator.usual(SEED, events), built, events);
      out.printf("%,d entries, views on %s%n", entries.estimatedDocumentCount(), mongo.name());
      List<Search> searches = new ArrayList<>(searches(entries));
      searches.add(behind(searches.get(searches.size() - 1), registry, lines.of(0)));
      for (Search search : searches) {
        String found = answer(registry, lines.of(0), search).get("total").asString();
        out.printf("%s: %s found by %s%n", search.name(), found, search.query());
        page(database, entries, search.filter());
      }
      if (pause) {
        out.println("Ready to measure; press Enter.");
        System.in.read();
      }
      for (Search search : searches) {
        latencies.compare(
            1,
            Contender.of(
                "search: " + search.name(), r -> i -> registry.get(lines.of(r), search.path())),
            Contender.of(
                "driver: " + search.name(), r -> i -> page(database, entries, search.filter())),
            WANTED,
            ReadsBenchmark.floor(registry, lines));
      }
    }
    return latencies.findings("search");
  }

  /**
   * Values are those of an entry, so that something is found; of types and paths, frequent ones.
   */
  private List<Search> searches(MongoCollection<Document> entries) {
    Document one = first(entries, Filters.eq("type", "ModelUpdated"));
    String request = one.getString("requestId");
    String actor = one.getString("actor");
    String unit = one.getString("unit");
    String word = one.getList("_words", String.class).get(0);
    String number =
        first(entries, Filters.exists("_numbers.0")).getList("_numbers", String.class).get(0);
    Instant from = one.getDate("recordedAt").toInstant().truncatedTo(ChronoUnit.DAYS);
    Instant to = from.plus(30, ChronoUnit.DAYS);
    return List.of(
        Search.of("request", "requestId", request, filter().is("requestId", of(request))),
        Search.of("actor", "actor", actor, filter().is("actor", of(actor))),
        Search.of("unit", "unit", unit, filter().ofUnits(List.of(unit))),
        Search.of("decision's number", "decision", number, filter().number(of(number))),
        Search.of("value", "value", "RECOGNIZED", filter().changed(NONE, of("RECOGNIZED"))),
        Search.of("word", "q", word, filter().words(of(word))),
        new Search(
            "period of 30 days",
            "&from=" + from + "&to=" + to,
            filter().recorded(Optional.of(from), Optional.of(to)).build()),
        new Search("everything", "", new BsonDocument()),
        Search.of("path", "path", "/location", filter().changed(of("/location"), NONE)),
        Search.of("type", "type", INSPECTED, filter().is("type", of(INSPECTED))));
  }

  private static Iterator<GeneratedEvent> first(Iterator<GeneratedEvent> events, int count) {
    List<GeneratedEvent> first = new ArrayList<>();
    while (first.size() < count && events.hasNext()) {
      first.add(events.next());
    }
    return first.iterator();
  }

  private static AuditFilter filter() {
    return new AuditFilter();
  }

  private static Document first(MongoCollection<Document> entries, Bson filter) {
    return Objects.requireNonNull(entries.find(filter).first());
  }

  /** The page behind the first one. */
  private static Search behind(Search search, Registry registry, HttpLine line) throws IOException {
    JsonNode page = answer(registry, line, search);
    long last = page.get("items").get(PAGE - 1).get("position").asLong();
    BsonDocument filter = search.filter().clone();
    filter.putAll(ORDER.behind(List.of(new BsonInt64(last))));
    String query = search.query() + "&cursor=" + page.get("nextCursor").asString();
    return new Search(search.name() + ", next page", query, filter);
  }

  private static JsonNode answer(Registry registry, HttpLine line, Search search)
      throws IOException {
    return JsonMapper.shared().readTree(registry.get(line, search.path()).body());
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
      MongoDatabase database, MongoCollection<Document> entries, BsonDocument filter) {
    int found =
        entries.find(filter).sort(ORDER.sort()).limit(PAGE + 1).into(new ArrayList<>()).size();
    String name = entries.getNamespace().getCollectionName();
    Document counted = database.runCommand(new Document("count", name).append("query", filter));
    if (found == 0 || counted.getInteger("n") < found) {
      throw new IllegalStateException("Nothing was found by " + filter);
    }
  }
}
