package vn.danvankheo.command.execution;

import java.time.Clock;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.CommandProperties;
import vn.danvankheo.command.account.domain.AccountDecider;
import vn.danvankheo.command.eventstore.EventDatabase;
import vn.danvankheo.command.eventstore.SnapshotTypes;
import vn.danvankheo.command.model.domain.ModelDecider;
import vn.danvankheo.command.personal.PersonalVault;
import vn.danvankheo.command.plan.domain.PlanDecider;
import vn.danvankheo.command.rating.domain.RatingDecider;
import vn.danvankheo.command.reference.RegistryStore;
import vn.danvankheo.command.replication.domain.ReplicationDecider;
import vn.danvankheo.command.report.domain.ReportDecider;
import vn.danvankheo.command.uniqueness.ModelTitles;
import vn.danvankheo.command.uniqueness.RegistrationNumbers;
import vn.danvankheo.command.unit.domain.UnitDecider;

/** Axon's parts put together by hand, and the executor on top of them. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
  /** 1,000 tries of 10 ms each: longer than any command, shorter than a caller's patience. */
  private static final int LOCK_ATTEMPTS = 1_000;

  /** A request about an unknown model is its sender's mistake; Axon would log a stack trace. */
  private static final String ON_UNKNOWN_AGGREGATES =
      "org.axonframework.modelling.command.AbstractRepository";

  ExecutionConfiguration() {
    LoggingSystem.get(getClass().getClassLoader())
        .setLogLevel(ON_UNKNOWN_AGGREGATES, LogLevel.ERROR);
  }

  @Bean
  Aggregates aggregates(PersonalVault vault) {
    return new Aggregates(
        new Deciders(
            new SealingDecider<>(new ModelDecider(), vault),
            new UnitDecider(),
            new PlanDecider(),
            new SealingDecider<>(new AccountDecider(), vault),
            new RatingDecider(),
            new ReportDecider(),
            new ReplicationDecider()));
  }

  @Bean
  SnapshotTypes snapshotTypes(Aggregates aggregates) {
    return new SnapshotTypes(aggregates.snapshotTypes());
  }

  @Bean
  Snapshots snapshots(
      Aggregates aggregates, EventStore eventStore, TransactionManager axonTransactions) {
    return new Snapshots(aggregates, eventStore, axonTransactions);
  }

  @Bean
  SimpleCommandBus commandBus(
      Aggregates aggregates,
      EventStore eventStore,
      ModelTitles titles,
      CommandProperties properties) {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    aggregates.subscribe(
        bus,
        eventStore,
        PessimisticLockFactory.builder().acquireAttempts(LOCK_ATTEMPTS).build(),
        new AggregateCache(properties.cachedAggregates()),
        new SnapshotDue(properties.snapshotThreshold()));
    bus.registerHandlerInterceptor(new TitleReservation(titles));
    return bus;
  }

  @Bean
  IdempotencyStore idempotencyStore(EventDatabase database, Clock clock) {
    return new IdempotencyStore(new JdbcTemplate(database.dataSource()), clock);
  }

  @Bean
  GroupCommit groupCommit() {
    return new GroupCommit(new GroupInsert());
  }

  @Bean
  CommitNotifier commitNotifier(EventDatabase database) {
    return new CommitNotifier(database.dataSource());
  }

  @Bean
  RegistryStore registryStore(EventDatabase database) {
    return new RegistryStore(new JdbcTemplate(database.dataSource()));
  }

  @Bean
  ModelTitles modelTitles(EventDatabase database) {
    return new ModelTitles(new JdbcTemplate(database.dataSource()));
  }

  @Bean
  CommandExecutor commandExecutor(
      SimpleCommandBus bus,
      TransactionManager axonTransactions,
      IdempotencyStore idempotency,
      RegistryStore registries,
      ModelTitles titles,
      EventDatabase database,
      CommitNotifier notifier,
      Snapshots snapshots,
      GroupCommit groupCommit,
      Clock clock) {
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    RequestRunner runner =
        new RequestRunner(
            bus,
            axonTransactions,
            idempotency,
            registries,
            titles,
            database,
            groupCommit,
            new LogHead(jdbc),
            notifier,
            snapshots,
            clock);
    return new CommandExecutor(runner, new RegistrationNumbers(jdbc));
  }
}
