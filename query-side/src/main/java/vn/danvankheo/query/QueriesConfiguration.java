package vn.danvankheo.query;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import vn.danvankheo.query.attachments.AttachmentStore;
import vn.danvankheo.query.attachments.AttachmentsEndpoint;
import vn.danvankheo.query.audit.AuditEndpoint;
import vn.danvankheo.query.audit.entry.AuditStore;
import vn.danvankheo.query.history.DiffEndpoint;
import vn.danvankheo.query.history.HistoryEndpoint;
import vn.danvankheo.query.history.ModelEntries;
import vn.danvankheo.query.history.ModelSteps;
import vn.danvankheo.query.importing.ImportStore;
import vn.danvankheo.query.importing.ImportsEndpoint;
import vn.danvankheo.query.importing.TemplateEndpoint;
import vn.danvankheo.query.me.MeEndpoint;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.stream.ChangeLog;
import vn.danvankheo.query.stream.EventsEndpoint;
import vn.danvankheo.query.stream.ServerSentEvents;
import vn.danvankheo.query.views.accounts.AccountStore;
import vn.danvankheo.query.views.accounts.AccountsEndpoint;
import vn.danvankheo.query.views.models.ModelEndpoint;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.models.ModelsEndpoint;
import vn.danvankheo.query.views.models.PastModels;
import vn.danvankheo.query.views.models.SimilarEndpoint;
import vn.danvankheo.query.views.overdue.OverdueEndpoint;
import vn.danvankheo.query.views.overview.OverviewEndpoint;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.plans.PlansEndpoint;
import vn.danvankheo.query.views.publicsite.PublicModelsEndpoint;
import vn.danvankheo.query.views.replications.ReplicationStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitsEndpoint;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.keys.MasterKeys;

/** What is asked of the views over HTTP. */
@Configuration(proxyBeanMethods = false)
class QueriesConfiguration {
  @Bean
  ViewGate viewGate(ViewBoard board, Clock clock, QuerySideProperties properties) {
    return new ViewGate(board, clock, properties.waiting());
  }

  @Bean
  UnitStore unitStore(ViewDatabase database, ViewBoard board) {
    return new UnitStore(database, board);
  }

  @Bean
  PlanStore planStore(ViewDatabase database, ViewBoard board) {
    return new PlanStore(database, board);
  }

  @Bean
  ReplicationStore replicationStore(ViewDatabase database, ViewBoard board) {
    return new ReplicationStore(database, board);
  }

  @Bean
  EventStreams eventStreams(DataSource source) {
    return new EventStreams(source);
  }

  @Bean(initMethod = "check")
  PersonalOpener personalOpener(DataSource source, QuerySideProperties properties) {
    return new PersonalOpener(
        source,
        MasterKeys.find(
            properties.masterKey().orElse(null),
            properties.masterKeyFile().orElse(null),
            properties.data()));
  }

  @Bean
  OversightLog oversightLog(DataSource source, Clock clock) {
    return new OversightLog(source, clock);
  }

  @Bean
  Endpoint modelsEndpoint(
      ViewGate gate,
      ModelStore models,
      UnitStore units,
      PlanStore plans,
      ReplicationStore replications,
      PersonalOpener opener) {
    return new ModelsEndpoint(gate, models, units, plans, replications, opener);
  }

  @Bean
  Endpoint similarEndpoint(
      ViewGate gate, ModelStore models, ViewDatabase database, UnitStore units) {
    return new SimilarEndpoint(gate, models, database, units);
  }

  @Bean
  Endpoint modelEndpoint(
      ViewGate gate,
      ModelStore models,
      UnitStore units,
      EventStreams streams,
      ReplicationStore replications,
      PersonalOpener opener) {
    return new ModelEndpoint(gate, models, units, new PastModels(streams), replications, opener);
  }

  @Bean
  AccountStore accountStore(ViewDatabase database, ViewBoard board) {
    return new AccountStore(database, board);
  }

  @Bean
  Endpoint historyEndpoint(
      ViewGate gate,
      EventStreams streams,
      ViewDatabase database,
      UnitStore units,
      AccountStore accounts,
      PersonalOpener opener) {
    ModelEntries entries = new ModelEntries(streams, new AuditStore(database));
    return new HistoryEndpoint(gate, entries, units, accounts, opener);
  }

  @Bean
  Endpoint diffEndpoint(
      ViewGate gate,
      EventStreams streams,
      UnitStore units,
      AccountStore accounts,
      PersonalOpener opener) {
    return new DiffEndpoint(gate, new ModelSteps(streams), units, accounts, opener);
  }

  @Bean
  Endpoint auditEndpoint(
      ViewGate gate,
      ViewDatabase database,
      ModelStore models,
      UnitStore units,
      AccountStore accounts,
      PersonalOpener opener) {
    return new AuditEndpoint(gate, new AuditStore(database), models, units, accounts, opener);
  }

  @Bean
  ModelStore modelStore(ViewDatabase database) {
    return new ModelStore(database);
  }

  @Bean
  Endpoint unitsEndpoint(ViewGate gate, UnitStore units) {
    return new UnitsEndpoint(gate, units);
  }

  @Bean
  Endpoint plansEndpoint(ViewGate gate, PlanStore plans, UnitStore units) {
    return new PlansEndpoint(gate, plans, units);
  }

  @Bean
  Endpoint overviewEndpoint(
      ViewGate gate, ViewDatabase database, UnitStore units, ReplicationStore replications) {
    return new OverviewEndpoint(gate, database, units, replications);
  }

  @Bean
  Endpoint overdueEndpoint(ViewGate gate, ModelStore models, UnitStore units, PlanStore plans) {
    return new OverdueEndpoint(gate, models, units, plans);
  }

  @Bean
  Endpoint publicModelsEndpoint(
      ViewGate gate, ModelStore models, UnitStore units, PersonalOpener opener) {
    return new PublicModelsEndpoint(gate, models, units, opener);
  }

  @Bean
  Endpoint accountsEndpoint(
      ViewGate gate, AccountStore accounts, UnitStore units, PersonalOpener opener) {
    return new AccountsEndpoint(gate, accounts, units, opener);
  }

  @Bean
  Endpoint meEndpoint(ViewGate gate, UnitStore units) {
    return new MeEndpoint(gate, units);
  }

  @Bean
  Endpoint attachmentsQueryEndpoint(DataSource source) {
    return new AttachmentsEndpoint(new AttachmentStore(source));
  }

  @Bean
  Endpoint templateEndpoint(ViewGate gate, UnitStore units, PlanStore plans) {
    return new TemplateEndpoint(gate, units, plans);
  }

  @Bean
  ServerSentEvents serverSentEvents(Clock clock, QuerySideProperties properties) {
    return new ServerSentEvents(clock, properties.listening());
  }

  @Bean
  Endpoint eventsEndpoint(DataSource source, ViewBoard board, ServerSentEvents streams) {
    return new EventsEndpoint(new ChangeLog(source, board), streams);
  }

  @Bean
  OperationAnswers operationAnswers(ServerSentEvents streams, Clock clock) {
    return new OperationAnswers(streams, clock);
  }

  @Bean
  Endpoint importsEndpoint(DataSource source, OperationAnswers operations) {
    return new ImportsEndpoint(new ImportStore(source), operations);
  }

  /** Open streams would keep the web server from stopping in good order. */
  @Bean
  ApplicationListener<ContextClosedEvent> endStreams(ServerSentEvents streams, ViewBoard board) {
    return closed -> {
      streams.close();
      board.wake();
    };
  }
}
