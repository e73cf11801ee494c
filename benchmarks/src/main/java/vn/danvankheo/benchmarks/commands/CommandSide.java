package vn.danvankheo.benchmarks.commands;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.command.CommandCoreConfiguration;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.command.plan.domain.IssuePlan;
import vn.danvankheo.command.unit.domain.RegisterUnit;
import vn.danvankheo.events.vocabulary.UnitType;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.JwtKeys;

/** The command side as it is shipped, but for HTTP, within this process. */
public final class CommandSide implements AutoCloseable {
  private static final int WRITERS = 8;
  private static final String CACHE = "danvankheo.command.cached-aggregates";
  private static final String THRESHOLD = "danvankheo.command.snapshot-threshold";

  private final ConfigurableApplicationContext context;
  private final CommandExecutor executor;

  private CommandSide(BenchmarkPostgres postgres, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("spring.datasource.url", postgres.jdbcUrl());
    properties.put("spring.datasource.username", postgres.user());
    properties.put("spring.datasource.password", postgres.password());
    properties.put("danvankheo.admin-password", Program.ADMINISTRATORS_PASSWORD);
    properties.put("danvankheo.master-key", Program.MASTER_KEY);
    properties.put("danvankheo.data", postgres.folder().resolve("commands").toString());
    context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .initializers(
                starting ->
                    starting
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("benchmark", properties)))
            .run();
    executor = context.getBean(CommandExecutor.class);
  }

  /**
   * Makes the tables, the office and models of {@link Workload#EVENTS} events.
   *
   * @param postgres a server with an empty database
   * @param models how many
   * @return the models
   * @throws SQLException when the server refuses
   * @throws IOException when the connection is lost
   */
  public static List<String> prepare(BenchmarkPostgres postgres, int models)
      throws SQLException, IOException {
    try (CommandSide side = start(postgres)) {
      side.openOffice();
    }
    List<String> ids = IntStream.range(0, models).mapToObj(i -> Workload.newId()).toList();
    EventCopy.write(postgres, Workload.histories(ids, Workload.EVENTS));
    return ids;
  }

  /**
   * With its defaults.
   *
   * @param postgres a server with an empty database or the command side's tables
   * @return to be closed
   */
  public static CommandSide start(BenchmarkPostgres postgres) {
    return new CommandSide(postgres, Map.of());
  }

  /** With room for one aggregate in memory: who takes turns between two reads each from the log. */
  static CommandSide startForgetful(BenchmarkPostgres postgres) {
    return new CommandSide(postgres, Map.of(CACHE, 1));
  }

  /**
   * With room for one aggregate in memory and a threshold of its own.
   *
   * @param postgres a server with the command side's tables
   * @param threshold after how many events a snapshot is written
   * @return to be closed
   */
  public static CommandSide startForgetful(BenchmarkPostgres postgres, int threshold) {
    return new CommandSide(postgres, Map.of(CACHE, 1, THRESHOLD, threshold));
  }

  /**
   * With a threshold of its own.
   *
   * @param postgres a server with the command side's tables
   * @param threshold after how many events a snapshot is written
   * @return to be closed
   */
  public static CommandSide startWithSnapshotsEvery(BenchmarkPostgres postgres, int threshold) {
    return new CommandSide(postgres, Map.of(THRESHOLD, threshold));
  }

  /** Enters the unit and the plan that everything else needs; once for each database. */
  void openOffice() {
    RegisterUnit unit =
        new RegisterUnit(
            Workload.UNIT, "Văn phòng UBND tỉnh", UnitType.OFFICE, null, null, List.of(), null);
    executor.execute(request("RegisterUnit"), unit, Expectation.created());
    executor.execute(request("IssuePlan"), new IssuePlan(Workload.plan()), Expectation.created());
  }

  /**
   * Commands on models of one event, new ones for every round.
   *
   * @param name its name
   * @return the contender
   */
  public Contender onFreshModels(String name) {
    return new ModelContender(name) {
      @Override
      List<String> models(int writer, int operations) {
        return registered(1 + operations / UPDATES);
      }

      @Override
      void update(String id, int number) {
        CommandSide.this.update(id, number);
      }
    };
  }

  /**
   * Commands on given models; each writer takes a share of them.
   *
   * @param name its name
   * @param models the models
   * @return the contender
   */
  public Contender on(String name, List<String> models) {
    return new ModelContender(name) {
      @Override
      List<String> models(int writer, int operations) {
        int share = models.size() / WRITERS;
        return models.subList(writer * share, (writer + 1) * share);
      }

      @Override
      void update(String id, int number) {
        CommandSide.this.update(id, number);
      }
    };
  }

  /**
   * New models of one event.
   *
   * @param models how many
   * @return their ids
   */
  public List<String> registered(int models) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < models; i++) {
      String id = Workload.newId();
      executor.register(
          request("RegisterModel"),
          Workload.YEAR,
          code ->
              new RegisterModel(
                  id,
                  code,
                  Workload.YEAR,
                  Workload.form(Workload.title(id)),
                  Workload.objectives(),
                  null,
                  null));
      ids.add(id);
    }
    return ids;
  }

  /**
   * Changes a model's text.
   *
   * @param id the model
   * @param number tells this change from the one before
   */
  public void update(String id, int number) {
    executor.execute(request("UpdateModel"), Workload.update(id, number), Expectation.any());
  }

  /**
   * The event store, for whoever reads it as Axon does.
   *
   * @return open until this is closed
   */
  public EmbeddedEventStore eventStore() {
    return context.getBean(EmbeddedEventStore.class);
  }

  private static CommandRequest request(String command) {
    return new CommandRequest(Workload.metadata(command));
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
  })
  @Import(CommandCoreConfiguration.class)
  static class Parts {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    AccessTokens accessTokens(JwtKeys keys, Clock clock) {
      return new AccessTokens(keys, clock);
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}
