package vn.danvankheo.command;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.web.keys.MasterKeys;
import vn.danvankheo.web.scratch.ScratchConfiguration;

/**
 * All of the write side but what listens on HTTP. It needs a {@code DataSource} of the event
 * database, a transaction manager for it, a {@code Clock} and a {@code MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CommandProperties.class, SecretProperties.class})
@Import(ScratchConfiguration.class)
@PropertySource("classpath:command-side.properties")
@ComponentScan({
  "vn.danvankheo.command.eventstore",
  "vn.danvankheo.command.execution",
  "vn.danvankheo.command.personal",
  "vn.danvankheo.command.session",
  "vn.danvankheo.command.attachment",
  "vn.danvankheo.command.importing.running"
})
@EnableScheduling
public class CommandCoreConfiguration {
  /**
   * What names and telephone numbers are sealed with in the end.
   *
   * @param secrets where it may be
   * @return the same for all processes on one event database
   */
  @Bean
  public MasterKey commandMasterKey(SecretProperties secrets) {
    return MasterKeys.find(secrets.masterKey(), secrets.masterKeyFile(), secrets.data());
  }

  /**
   * Ids of models, sessions and imports.
   *
   * @return UUIDs of version 7
   */
  @Bean
  public Ids ids() {
    NoArgGenerator generator = Generators.timeBasedEpochGenerator();
    return () -> generator.generate().toString();
  }
}
