package vn.danvankheo.command.support;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.danvankheo.command.CommandCoreConfiguration;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.JwtKeys;

/**
 * A write side without HTTP, as one process has it; several on one database are several processes.
 */
public final class WriteSide implements AutoCloseable {
  /** The first administrator's password. */
  public static final String ADMIN_PASSWORD = "mat-khau-quan-tri";

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /**
   * Starts one.
   *
   * @param database its event database
   * @param clock its clock
   * @param properties what is set otherwise than by default
   */
  public WriteSide(TestDatabase database, Clock clock, Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("spring.datasource.url", database.url());
    all.put("spring.datasource.username", "postgres");
    all.putIfAbsent("danvankheo.master-key", TestDatabase.MASTER_KEY);
    all.putIfAbsent("danvankheo.admin-password", ADMIN_PASSWORD);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(
        AccessTokens.class, () -> new AccessTokens(context.getBean(JwtKeys.class), clock));
    context.register(CommandCoreConfiguration.class);
    context.register(
        AutoConfigurations.getClasses(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class)));
    context.refresh();
  }

  /**
   * Starts one by the system's clock.
   *
   * @param database its event database
   */
  public WriteSide(TestDatabase database) {
    this(database, Clock.systemUTC(), Map.of());
  }

  /**
   * One of its parts.
   *
   * @param type the part's class
   * @return the only one of that class
   * @param <T> the part
   */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
