package vn.danvankheo.benchmarks.replay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.RawBsonDocument;

/** How fast the views' server takes documents at all: in bulk, without indexes, from each core. */
final class RawWrites {
  private static final int BULK = 500;
  private static final int SAMPLE = 20_000;
  private static final double NANOS = 1e9;

  private final MongoDatabase database;
  private final int writers = Runtime.getRuntime().availableProcessors();

  RawWrites(MongoDatabase database) {
    this.database = database;
  }

  /**
   * Writes the same documents again, or a sample of each collection by its share.
   *
   * @param collections where a generation is
   * @return documents a second
   */
  double rate(List<String> collections) throws Exception {
    Map<String, Long> counts = new LinkedHashMap<>();
    collections.forEach(name -> counts.put(name, documents(name).estimatedDocumentCount()));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    double share = Math.min(1, (double) SAMPLE / all);
    Map<String, List<RawBsonDocument>> sample = new LinkedHashMap<>();
    counts.forEach(
        (name, count) ->
            sample.put(
                name,
                documents(name)
                    .find()
                    .limit((int) Math.max(1, Math.ceil(count * share)))
                    .batchSize(BULK)
                    .into(new ArrayList<>())));
    write(sample);
    return write(sample);
  }

  private double write(Map<String, List<RawBsonDocument>> sample) throws Exception {
    sample.keySet().forEach(name -> documents(name + "_raw").drop());
    long documents = 0;
    long began = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (Map.Entry<String, List<RawBsonDocument>> part : sample.entrySet()) {
        MongoCollection<RawBsonDocument> target = documents(part.getKey() + "_raw");
        List<RawBsonDocument> whole = part.getValue();
        documents += whole.size();
        for (int from = 0; from < whole.size(); from += BULK) {
          List<RawBsonDocument> bulk = whole.subList(from, Math.min(whole.size(), from + BULK));
          all.add(
              pool.submit(() -> target.insertMany(bulk, new InsertManyOptions().ordered(false))));
        }
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    double rate = documents * NANOS / (System.nanoTime() - began);
    sample.keySet().forEach(name -> documents(name + "_raw").drop());
    return rate;
  }

  private MongoCollection<RawBsonDocument> documents(String name) {
    return database.getCollection(name, RawBsonDocument.class);
  }
}
