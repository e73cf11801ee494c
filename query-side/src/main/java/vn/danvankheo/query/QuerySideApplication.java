package vn.danvankheo.query;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import vn.danvankheo.query.audit.ledger.NewLedgerKey;

/** The read side as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySideApplication {
  /** Made by Spring. */
  protected QuerySideApplication() {}

  /**
   * Starts the read side; it runs until it is told to stop. With {@code verify} first it checks the
   * event database instead, as {@link VerifyArguments} says, and ends; with {@code new-ledger-key}
   * it makes a new key for the ledger in the data folder, {@code DANVANKHEO_DATA}.
   *
   * @param arguments Spring Boot's
   */
  public static void main(String[] arguments) {
    // What is stored and printed has the same digits whatever the machine's language.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    if (arguments.length > 0 && arguments[0].equals("verify")) {
      System.exit(VerifyArguments.run(List.of(arguments).subList(1, arguments.length), System.out));
    }
    if (arguments.length == 1 && arguments[0].equals("new-ledger-key")) {
      System.exit(NewLedgerKey.run(VerifyArguments.data(), System.out));
    }
    SpringApplication.run(QuerySideApplication.class, arguments);
  }
}
