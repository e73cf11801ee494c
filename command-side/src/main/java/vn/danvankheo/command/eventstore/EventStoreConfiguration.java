package vn.danvankheo.command.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The event database's tables and Axon's event store on them. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
  private static final String CLOCK_JUMPS = "danvankheo.clock.backwards";

  @Bean
  EventDatabase eventDatabase(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/command")
        .table("command_schema_history")
        .load()
        .migrate();
    return new EventDatabase(dataSource);
  }

  @Bean
  TransactionManager axonTransactions(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  @Bean(destroyMethod = "shutDown")
  EmbeddedEventStore eventStore(
      EventDatabase database,
      TransactionManager axonTransactions,
      SnapshotTypes snapshots,
      Clock clock,
      MeterRegistry meters) {
    Counter jumps =
        Counter.builder(CLOCK_JUMPS)
            .description("How often the clock was seen to go back")
            .register(meters);
    GenericEventMessage.clock = new ObservedClock(clock, jumps::increment);
    EventLogEngine engine =
        new EventLogEngine(
            database,
            axonTransactions,
            new SnapshotSerializer(snapshots.all(), ContractRevision.current()));
    StartUpChecks.check(engine, axonTransactions, database);
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }
}
