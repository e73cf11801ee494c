package vn.danvankheo.benchmarks.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.events.model.ModelEvent;

/**
 * The peer: Axon with its own JDBC engine, table, JSON serializer and repository, no cache and no
 * snapshots, as its guide sets it up.
 */
final class StockAxon implements AutoCloseable {
  private static final int POOL = 24;
  private static final int OLD_MODELS = 10;
  private static final String METADATA = "event";

  private final HikariDataSource pool;
  private final TransactionManager transactions;
  private final JdbcEventStorageEngine engine;
  private final Configuration axon;

  StockAxon(BenchmarkPostgres postgres) {
    pool = postgres.pool(POOL);
    transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
    Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(pool)))
            .transactionManager(transactions)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .build();
    EventTableFactory tables = PostgresEventTableFactory.INSTANCE;
    transactions.executeInTransaction(() -> engine.createSchema(tables));
    axon =
        DefaultConfigurer.defaultConfiguration()
            .configureTransactionManager(configuration -> transactions)
            .configureSerializer(configuration -> serializer)
            .configureEmbeddedEventStore(configuration -> engine)
            .configureCorrelationDataProviders(
                configuration -> List.of(new SimpleCorrelationDataProvider(METADATA)))
            .configureAggregate(StockModel.class)
            .start();
  }

  /** Commands on models of one event, new ones for every round. */
  Contender onFreshModels() {
    return new ModelContender("stock Axon, fresh") {
      @Override
      List<String> models(int writer, int operations) {
        return created(1 + operations / UPDATES, 1);
      }

      @Override
      void update(String id, int number) {
        StockAxon.this.update(id, number);
      }
    };
  }

  /** Commands on models that had 500 events or more from the start. */
  Contender onOldModels() {
    return new ModelContender("stock Axon, 500 events") {
      private final Map<Integer, List<String>> old = new HashMap<>();

      @Override
      List<String> models(int writer, int operations) {
        return old.computeIfAbsent(writer, key -> created(OLD_MODELS, Workload.EVENTS));
      }

      @Override
      void update(String id, int number) {
        StockAxon.this.update(id, number);
      }
    };
  }

  private List<String> created(int models, int events) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < models; i++) {
      String id = Workload.newId();
      transactions.executeInTransaction(() -> engine.appendEvents(history(id, events)));
      ids.add(id);
    }
    return ids;
  }

  private static List<DomainEventMessage<ModelEvent>> history(String id, int events) {
    List<DomainEventMessage<ModelEvent>> history = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      ModelEvent event = i == 0 ? Workload.registered(id) : Workload.updated(i);
      history.add(
          new GenericDomainEventMessage<>("StockModel", id, i, event, MetaData.emptyInstance()));
    }
    return history;
  }

  private void update(String id, int number) {
    Context context =
        new Context(Clock.systemUTC().instant(), Workload.actor(), null, new OneOffice());
    axon.commandGateway()
        .sendAndWait(
            new StockModel.Decide(id, Workload.update(id, number), context),
            MetaData.with(METADATA, Workload.metadata("UpdateModel")));
  }

  @Override
  public void close() {
    axon.shutdown();
    pool.close();
  }
}
