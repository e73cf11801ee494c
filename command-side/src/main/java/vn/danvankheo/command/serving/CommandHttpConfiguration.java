package vn.danvankheo.command.serving;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.danvankheo.command.Ids;
import vn.danvankheo.command.account.http.AccountEndpoint;
import vn.danvankheo.command.account.http.OwnPasswordEndpoint;
import vn.danvankheo.command.attachment.AttachmentStore;
import vn.danvankheo.command.attachment.http.AttachmentEndpoint;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.http.CommandProblems;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.importing.http.ImportEndpoint;
import vn.danvankheo.command.importing.running.Imports;
import vn.danvankheo.command.model.http.BulkEndpoint;
import vn.danvankheo.command.model.http.HonourEndpoint;
import vn.danvankheo.command.model.http.InspectionEndpoint;
import vn.danvankheo.command.model.http.ModelEndpoint;
import vn.danvankheo.command.model.http.ReviewEndpoint;
import vn.danvankheo.command.personal.PersonalKeys;
import vn.danvankheo.command.personal.http.ErasureEndpoint;
import vn.danvankheo.command.plan.http.PlanEndpoint;
import vn.danvankheo.command.rating.http.RatingEndpoint;
import vn.danvankheo.command.report.http.ReportEndpoint;
import vn.danvankheo.command.session.AccountKeeper;
import vn.danvankheo.command.session.OwnPassword;
import vn.danvankheo.command.session.Sessions;
import vn.danvankheo.command.session.http.SessionEndpoint;
import vn.danvankheo.command.unit.http.UnitEndpoint;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.problem.ProblemMapper;
import vn.danvankheo.web.security.ReportReceipts;

/** The write side's operations. */
@Configuration(proxyBeanMethods = false)
public class CommandHttpConfiguration {
  /** Declared by Spring. */
  protected CommandHttpConfiguration() {}

  @Bean
  ProblemMapper commandProblems() {
    return new CommandProblems();
  }

  @Bean
  Commands commands(CommandExecutor executor, AttachmentStore attachments) {
    return new Commands(executor, attachments::known);
  }

  @Bean
  Endpoint modelCommands(Commands commands, Ids ids) {
    return new ModelEndpoint(commands, ids::next);
  }

  @Bean
  Endpoint reviewCommands(Commands commands) {
    return new ReviewEndpoint(commands);
  }

  @Bean
  Endpoint inspectionCommands(Commands commands) {
    return new InspectionEndpoint(commands);
  }

  @Bean
  Endpoint honourCommands(Commands commands) {
    return new HonourEndpoint(commands);
  }

  @Bean
  Endpoint bulkCommands(Commands commands) {
    return new BulkEndpoint(commands);
  }

  @Bean
  Endpoint erasureCommands(Commands commands, PersonalKeys keys) {
    return new ErasureEndpoint(commands, keys);
  }

  @Bean
  Endpoint unitCommands(Commands commands) {
    return new UnitEndpoint(commands);
  }

  @Bean
  Endpoint planCommands(Commands commands) {
    return new PlanEndpoint(commands);
  }

  @Bean
  Endpoint ratingCommands(Commands commands) {
    return new RatingEndpoint(commands);
  }

  @Bean
  Endpoint reportCommands(Commands commands, ReportReceipts receipts, Ids ids) {
    return new ReportEndpoint(commands, receipts, ids::next);
  }

  @Bean
  Endpoint accountCommands(Commands commands, AccountKeeper keeper) {
    return new AccountEndpoint(commands, keeper);
  }

  @Bean
  Endpoint ownPasswordCommand(OwnPassword passwords) {
    return new OwnPasswordEndpoint(passwords);
  }

  @Bean
  Endpoint sessionCommands(Sessions sessions) {
    return new SessionEndpoint(sessions);
  }

  @Bean
  Endpoint attachmentCommands(AttachmentStore attachments) {
    return new AttachmentEndpoint(attachments);
  }

  @Bean
  Endpoint importCommands(Imports imports, Clock clock) {
    return new ImportEndpoint(imports, clock);
  }
}
