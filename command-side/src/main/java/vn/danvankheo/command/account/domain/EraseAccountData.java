package vn.danvankheo.command.account.domain;

import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * Erases the name of an account's person for the context's reason. The keys are destroyed
 * alongside.
 *
 * @param userName the lasting login name
 * @param basis the document it rests on
 */
public record EraseAccountData(String userName, LegalBasis basis) implements AccountCommand {
  @Override
  public String aggregateId() {
    return AccountCommand.aggregateId(userName);
  }
}
