package vn.danvankheo.command.attachment;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.danvankheo.command.eventstore.EventDatabase;
import vn.danvankheo.web.scratch.Scratch;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
  @Bean
  AttachmentStore attachmentStore(
      EventDatabase database,
      PlatformTransactionManager transactions,
      Scratch scratch,
      Clock clock) {
    return new AttachmentStore(
        new JdbcTemplate(database.dataSource()),
        new TransactionTemplate(transactions),
        scratch,
        clock);
  }
}
