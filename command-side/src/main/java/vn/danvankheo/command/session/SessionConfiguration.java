package vn.danvankheo.command.session;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.danvankheo.command.Ids;
import vn.danvankheo.command.SecretProperties;
import vn.danvankheo.command.eventstore.EventDatabase;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.personal.PersonalVault;
import vn.danvankheo.command.reference.Accounts;
import vn.danvankheo.command.reference.RegistryStore;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.JwtKeys;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
  @Bean
  JwtKeys installationKeys(EventDatabase database, SecretProperties secrets) {
    return new InstallationKeys(new JdbcTemplate(database.dataSource()), secrets.jwtSecret());
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  CredentialStore credentialStore(EventDatabase database, Clock clock) {
    return new CredentialStore(new JdbcTemplate(database.dataSource()), clock);
  }

  @Bean
  SessionStore sessionStore(
      EventDatabase database, PlatformTransactionManager transactions, Clock clock) {
    return new SessionStore(
        new JdbcTemplate(database.dataSource()), new TransactionTemplate(transactions), clock);
  }

  @Bean
  LoginThrottle loginThrottle(EventDatabase database, Clock clock) {
    return new LoginThrottle(new JdbcTemplate(database.dataSource()), clock);
  }

  @Bean
  FailedLogins failedLogins(EventDatabase database, Clock clock) {
    return new FailedLogins(new JdbcTemplate(database.dataSource()), clock);
  }

  @Bean
  Accounts accounts(RegistryStore registries) {
    return new Accounts(registries);
  }

  @Bean
  AccountKeeper accountKeeper(
      CommandExecutor executor,
      Passwords passwords,
      CredentialStore credentials,
      SessionStore sessions) {
    return new AccountKeeper(executor, passwords, credentials, sessions);
  }

  @Bean
  OwnPassword ownPassword(
      CommandExecutor executor,
      Passwords passwords,
      CredentialStore credentials,
      LoginThrottle throttle,
      FailedLogins failures,
      SessionStore sessions) {
    return new OwnPassword(executor, passwords, credentials, throttle, failures, sessions);
  }

  @Bean
  Sessions sessions(
      Accounts accounts,
      CredentialStore credentials,
      Passwords passwords,
      LoginThrottle throttle,
      FailedLogins failures,
      SessionStore sessions,
      AccessTokens tokens,
      PersonalVault vault,
      Ids ids) {
    return new Sessions(
        accounts, credentials, passwords, throttle, failures, sessions, tokens, vault, ids);
  }

  @Bean
  FirstAdministrator firstAdministrator(
      Accounts accounts,
      CommandExecutor executor,
      Passwords passwords,
      CredentialStore credentials,
      SecretProperties secrets,
      Ids ids) {
    return new FirstAdministrator(
        accounts, executor, passwords, credentials, secrets.adminPassword(), ids, System.out);
  }
}
