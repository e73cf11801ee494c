package vn.danvankheo.command;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The write side as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
public class CommandSideApplication {
  /** Made by Spring. */
  protected CommandSideApplication() {}

  /**
   * Starts the write side; it runs until it is told to stop. With {@code new-master-key} first it
   * changes the master key instead, as {@link NewMasterKeyArguments} says, and ends.
   *
   * @param arguments Spring Boot's
   */
  public static void main(String[] arguments) {
    // What is stored and printed has the same digits whatever the machine's language.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    if (arguments.length == 1 && arguments[0].equals("new-master-key")) {
      System.exit(NewMasterKeyArguments.run(System.getenv(), System.out));
    }
    // Axon would ask its maker's server for updates; a government's server calls nobody unasked.
    System.setProperty("axoniq.update-checker.disabled", "true");
    SpringApplication.run(CommandSideApplication.class, arguments);
  }
}
