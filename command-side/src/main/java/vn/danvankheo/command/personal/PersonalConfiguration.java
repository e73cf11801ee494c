package vn.danvankheo.command.personal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.Ids;
import vn.danvankheo.command.eventstore.EventDatabase;
import vn.danvankheo.events.sealing.MasterKey;

@Configuration(proxyBeanMethods = false)
class PersonalConfiguration {
  @Bean
  PersonalKeys personalKeys(EventDatabase database, MasterKey master, Clock clock) {
    return new PersonalKeys(new JdbcTemplate(database.dataSource()), master, clock);
  }

  @Bean
  PersonalVault personalVault(PersonalKeys keys, Ids ids) {
    return new PersonalVault(keys, ids::next);
  }
}
