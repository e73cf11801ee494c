package vn.danvankheo.benchmarks.replay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.views.models.ModelsProjection;

/**
 * The peer: Axon's pooled processor with its tokens in PostgreSQL folds the same events of the same
 * table into the same documents, the state of models alone.
 */
final class StockReplay {
  private static final int POOL = 24;
  private static final String PENDING = "pending";
  private static final double NANOS = 1e9;

  private final BenchmarkPostgres postgres;
  private final CommandSide side;
  private final MongoDatabase database;
  private final ModelsProjection projection = new ModelsProjection();

  StockReplay(BenchmarkPostgres postgres, CommandSide side, MongoDatabase database) {
    this.postgres = postgres;
    this.side = side;
    this.database = database;
  }

  /**
   * As it comes: one event in a transaction, one write for each.
   *
   * @param seconds how long at most, after as long to warm up
   * @param events how many of models there are
   * @return events a second
   */
  double plain(long seconds, long events) throws Exception {
    MongoCollection<BsonDocument> documents = collection("stock");
    AtomicLong done = new AtomicLong();
    return run("stock", 16, 1, 4, new EachByItself(documents, done), done, seconds, events);
  }

  /** Tuned: a segment for each core, large batches, written together before they are committed. */
  double tuned(long seconds, long events) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    MongoCollection<BsonDocument> documents = collection("tuned");
    AtomicLong done = new AtomicLong();
    return run("tuned", cores, 500, cores, new InBatches(documents, done), done, seconds, events);
  }

  private MongoCollection<BsonDocument> collection(String name) {
    database.getCollection(name).drop();
    return database.getCollection(name, BsonDocument.class);
  }

  private double run(
      String name,
      int segments,
      int batch,
      int threads,
      Object handler,
      AtomicLong done,
      long seconds,
      long events)
      throws Exception {
    createTokens();
    try (HikariDataSource pool = postgres.pool(POOL)) {
      TransactionManager transactions =
          new SpringTransactionManager(new DataSourceTransactionManager(pool));
      PooledStreamingEventProcessor processor =
          PooledStreamingEventProcessor.builder()
              .name(name)
              .messageSource(side.eventStore())
              .initialToken(source -> source.createTailToken())
              .eventHandlerInvoker(
                  SimpleEventHandlerInvoker.builder()
                      .eventHandlers(handler)
                      .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                      .build())
              .errorHandler(PropagatingErrorHandler.instance())
              .tokenStore(tokens(pool))
              .transactionManager(transactions)
              .coordinatorExecutor(Executors.newScheduledThreadPool(1))
              .workerExecutor(Executors.newScheduledThreadPool(threads))
              .initialSegmentCount(segments)
              .batchSize(batch)
              .build();
      processor.start();
      try {
        return rate(done, seconds, events);
      } finally {
        processor.shutDown();
      }
    }
  }

  /** After as long to warm up, unless the events end before. */
  private static double rate(AtomicLong done, long seconds, long events)
      throws InterruptedException {
    long began = System.nanoTime();
    CountDownLatch never = new CountDownLatch(1);
    long from = 0;
    long fromAt = began;
    while (done.get() < events && System.nanoTime() - began < 2 * seconds * NANOS) {
      if (from == 0 && System.nanoTime() - began >= seconds * NANOS) {
        from = done.get();
        fromAt = System.nanoTime();
      }
      if (never.await(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException();
      }
    }
    return (done.get() - from) * NANOS / (System.nanoTime() - fromAt);
  }

  private void createTokens() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS tokenentry");
    }
  }

  private static JdbcTokenStore tokens(HikariDataSource pool) {
    JdbcTokenStore tokens =
        JdbcTokenStore.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(pool)))
            .serializer(Jackson3Serializer.builder().build())
            .build();
    tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
    return tokens;
  }

  private static ReplaceOneModel<BsonDocument> write(BsonDocument document) {
    return new ReplaceOneModel<>(
        Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  private static ModelState folded(
      @Nullable ModelState before, DomainEventMessage<?> message, ModelEvent event) {
    return ModelFold.apply(
        before,
        new Recorded<>(
            message.getAggregateIdentifier(),
            message.getSequenceNumber(),
            message.getTimestamp(),
            event));
  }

  /** Reads, folds and writes a document for each event. */
  final class EachByItself {
    private final MongoCollection<BsonDocument> documents;
    private final AtomicLong done;

    private EachByItself(MongoCollection<BsonDocument> documents, AtomicLong done) {
      this.documents = documents;
      this.done = done;
    }

    @EventHandler
    void on(ModelEvent event, DomainEventMessage<?> message) {
      BsonDocument stored =
          documents
              .find(Filters.eq("_id", new BsonString(message.getAggregateIdentifier())))
              .first();
      ModelState before = stored == null ? null : projection.state(stored);
      BsonDocument after = projection.document(folded(before, message, event));
      documents.replaceOne(
          Filters.eq("_id", after.get("_id")), after, new ReplaceOptions().upsert(true));
      done.incrementAndGet();
    }
  }

  /** Collects a batch; reads, folds and writes it at once before it is committed. */
  final class InBatches {
    private final MongoCollection<BsonDocument> documents;
    private final AtomicLong done;

    private InBatches(MongoCollection<BsonDocument> documents, AtomicLong done) {
      this.documents = documents;
      this.done = done;
    }

    @EventHandler
    void on(ModelEvent event, DomainEventMessage<?> message) {
      UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
      List<DomainEventMessage<?>> pending =
          batch.getOrComputeResource(
              PENDING,
              key -> {
                List<DomainEventMessage<?>> begun = new ArrayList<>();
                batch.onPrepareCommit(committing -> flush(begun));
                return begun;
              });
      pending.add(message);
    }

    private void flush(List<DomainEventMessage<?>> pending) {
      Map<String, @Nullable ModelState> states = new LinkedHashMap<>();
      pending.forEach(message -> states.put(message.getAggregateIdentifier(), null));
      documents
          .find(Filters.in("_id", states.keySet()))
          .forEach(
              stored -> states.put(stored.getString("_id").getValue(), projection.state(stored)));
      for (DomainEventMessage<?> message : pending) {
        String id = message.getAggregateIdentifier();
        states.put(id, folded(states.get(id), message, (ModelEvent) message.getPayload()));
      }
      documents.bulkWrite(
          states.values().stream().map(state -> write(projection.document(state))).toList());
      done.addAndGet(pending.size());
      pending.clear();
    }
  }
}
