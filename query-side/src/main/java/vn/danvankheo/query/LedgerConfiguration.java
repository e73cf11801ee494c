package vn.danvankheo.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.attachments.AttachmentStore;
import vn.danvankheo.query.audit.export.Bundler;
import vn.danvankheo.query.audit.export.ExportEndpoint;
import vn.danvankheo.query.audit.export.ExportStore;
import vn.danvankheo.query.audit.ledger.LedgerEndpoint;
import vn.danvankheo.query.audit.ledger.LedgerKeyring;
import vn.danvankheo.query.audit.ledger.LedgerSequencer;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.LedgerWatch;
import vn.danvankheo.query.audit.ledger.LedgerWitnesses;
import vn.danvankheo.query.audit.ledger.TlogEndpoint;
import vn.danvankheo.query.audit.ledger.VerificationStore;
import vn.danvankheo.query.audit.ledger.VerificationsEndpoint;
import vn.danvankheo.query.audit.ledger.Witness;
import vn.danvankheo.query.audit.witness.WitnessEndpoint;
import vn.danvankheo.query.audit.witness.WitnessStore;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.keys.KeyFolder;

/** The transparency log over the event log. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
  @Bean
  QueryTables queryTables(JdbcConnectionDetails events) {
    return new QueryTables(QuerySideConfiguration.direct(events, "danvankheo tables"));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerSequencer ledgerSequencer(
      JdbcConnectionDetails events,
      QueryTables tables,
      QuerySideProperties properties,
      MeterRegistry registry,
      Clock clock) {
    KeyFolder folder = new KeyFolder(Path.of(properties.data()));
    QuerySideProperties.Ledger ledger = properties.ledger();
    return new LedgerSequencer(
        QuerySideConfiguration.direct(events, "danvankheo ledger"),
        tables,
        folder,
        new LedgerKeyring(folder, given(ledger.key()), given(ledger.keyFile()).map(Path::of)),
        given(ledger.name()),
        registry,
        clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerWitnesses ledgerWitnesses(
      JdbcConnectionDetails events,
      QueryTables tables,
      QuerySideProperties properties,
      MeterRegistry registry,
      Clock clock) {
    return new LedgerWitnesses(
        QuerySideConfiguration.direct(events, "danvankheo witnesses"),
        tables,
        properties.ledger().witnesses().map(Witness::parse).orElse(List.of()),
        registry,
        clock);
  }

  @Bean
  WitnessStore witnessStore(DataSource source) {
    return new WitnessStore(source);
  }

  @Bean
  Endpoint witnessEndpoint(WitnessStore store, QuerySideProperties properties, Clock clock) {
    QuerySideProperties.Witness witness = properties.witness();
    List<VerifierKey> logs =
        witness.logs().stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(VerifierKey::parse)
            .toList();
    return new WitnessEndpoint(
        logs,
        LedgerKeyring.ofWitness(
            new KeyFolder(Path.of(properties.data())),
            given(witness.key()),
            given(witness.keyFile()).map(Path::of)),
        given(witness.name()),
        store,
        clock);
  }

  @Bean
  VerificationStore verificationStore(DataSource source) {
    return new VerificationStore(source);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerWatch ledgerWatch(
      JdbcConnectionDetails events,
      QueryTables tables,
      QuerySideProperties properties,
      VerificationStore jobs,
      OversightLog oversight,
      MeterRegistry registry,
      Clock clock) {
    return new LedgerWatch(
        QuerySideConfiguration.direct(events, "danvankheo verification"),
        tables,
        new KeyFolder(Path.of(properties.data())),
        jobs,
        oversight,
        properties.ledger().rest(),
        registry,
        clock);
  }

  @Bean
  Endpoint verificationsEndpoint(
      VerificationStore jobs, LedgerWatch watch, OperationAnswers operations) {
    return new VerificationsEndpoint(jobs, watch, operations);
  }

  /** An empty variable, as container files set them, counts as none. */
  private static Optional<String> given(Optional<String> value) {
    return value.filter(text -> !text.isBlank());
  }

  @Bean
  HealthIndicator ledgerHealthIndicator(LedgerSequencer sequencer, LedgerWatch watch) {
    return new LedgerHealth(sequencer, watch);
  }

  @Bean
  LedgerStore ledgerStore(DataSource source) {
    return new LedgerStore(source);
  }

  @Bean
  Endpoint ledgerEndpoint(LedgerStore ledger) {
    return new LedgerEndpoint(ledger);
  }

  @Bean
  Endpoint tlogEndpoint(LedgerStore ledger) {
    return new TlogEndpoint(ledger);
  }

  @Bean
  Endpoint exportEndpoint(
      DataSource source, LedgerStore ledger, OversightLog oversight, PersonalOpener opener) {
    ExportStore events = new ExportStore(source);
    Bundler bundler = new Bundler(events, ledger, new AttachmentStore(source), opener);
    return new ExportEndpoint(bundler, events, ledger, oversight);
  }
}
