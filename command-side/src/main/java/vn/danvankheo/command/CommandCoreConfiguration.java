package vn.danvankheo.command;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * All of the write side but what listens on HTTP. It needs a {@code DataSource} of the event
 * database, a transaction manager for it, a {@code Clock} and a {@code MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
@PropertySource("classpath:command-side.properties")
@ComponentScan({
  "vn.danvankheo.command.eventstore",
  "vn.danvankheo.command.execution",
  "vn.danvankheo.command.session",
  "vn.danvankheo.command.attachment"
})
public class CommandCoreConfiguration {}
