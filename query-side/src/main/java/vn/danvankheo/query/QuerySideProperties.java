package vn.danvankheo.query;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of the read side; here are the defaults.
 *
 * @param mongodb where the views are
 * @param jwtSecret what tokens are signed with; when it is not given, the event database's own
 * @param data the folder with keys and with what must outlive a restored database
 * @param ledger how the transparency log is signed
 * @param witness which logs of others this registry cosigns
 * @param masterKey what names are sealed with in the end, in base64; else that of the file
 * @param masterKeyFile the file it is in; else one in the data folder, made at the first start
 * @param publicAddress where people outside reach the registry, for printed papers; else the one by
 *     which a request came
 * @param upkeep how the leading process looks after single view documents
 * @param waiting how many requests may wait for a view at a time, 1 or more
 * @param listening how many callers may listen to changes at a time, 1 or more
 */
@ConfigurationProperties("danvankheo")
public record QuerySideProperties(
    Mongodb mongodb,
    Optional<String> jwtSecret,
    @DefaultValue("data") String data,
    @DefaultValue Ledger ledger,
    @DefaultValue Witness witness,
    Optional<String> masterKey,
    Optional<String> masterKeyFile,
    Optional<String> publicAddress,
    @DefaultValue Upkeep upkeep,
    @DefaultValue("100") int waiting,
    @DefaultValue("50") int listening) {

  /**
   * How the transparency log is signed. What is empty counts as not given.
   *
   * @param name the log's name (C2SP origin); else made from the event store's id
   * @param key signer keys, one a line; else those of the file
   * @param keyFile a file with signer keys; else one in the data folder, made at the first start
   * @param witnesses whom to ask to cosign, one a line: verifier key, blank, address
   * @param rest how long the watch rests after it has compared all events with it
   */
  public record Ledger(
      Optional<String> name,
      Optional<String> key,
      Optional<String> keyFile,
      Optional<String> witnesses,
      @DefaultValue("1m") Duration rest) {}

  /**
   * Which logs of others this registry cosigns. What is empty counts as not given.
   *
   * @param logs their verifier keys, one a line; empty for none
   * @param name the witness's name; else made from the event store's id
   * @param key the witness's signer key; else that of the file
   * @param keyFile a file with it; else one in the data folder, made at its first use
   */
  public record Witness(
      Optional<String> logs,
      Optional<String> name,
      Optional<String> key,
      Optional<String> keyFile) {}

  /**
   * How the leading process looks after single view documents.
   *
   * @param retry how often those that wait for an event are tried again
   * @param period how long it takes until each was compared with its events
   * @param step at most so many at once, between two pages of the log, from 1
   */
  public record Upkeep(
      @DefaultValue("5m") Duration retry,
      @DefaultValue("1d") Duration period,
      @DefaultValue("20") int step) {}

  /**
   * Where the views are.
   *
   * @param uri the server's connection string
   * @param database the views' own database
   */
  public record Mongodb(String uri, @DefaultValue("danvankheo") String database) {}
}
