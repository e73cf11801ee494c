package vn.danvankheo.command.importing.running;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.danvankheo.command.Ids;
import vn.danvankheo.command.eventstore.EventDatabase;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.web.scratch.Scratch;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
  @Bean
  ImportStore importStore(
      EventDatabase database,
      PlatformTransactionManager transactions,
      MasterKey master,
      Clock clock) {
    return new ImportStore(
        new JdbcTemplate(database.dataSource()),
        new TransactionTemplate(transactions),
        master,
        clock);
  }

  @Bean(initMethod = "start")
  ImportWorker importWorker(
      ImportStore store,
      EventDatabase database,
      PlatformTransactionManager transactions,
      CommandExecutor executor,
      Scratch scratch,
      Ids ids) {
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    RowStore rows = new RowStore(jdbc, new TransactionTemplate(transactions));
    return new ImportWorker(store, rows, executor, database.dataSource(), scratch, ids::next);
  }

  @Bean
  Imports imports(ImportStore store, ImportWorker worker, Scratch scratch, Ids ids) {
    return new Imports(store, worker, scratch, ids::next);
  }
}
