package vn.danvankheo.events.account;

import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * The person of an account had their name erased; the account itself stays.
 *
 * @param reason why
 * @param basis the document it rests on
 */
public record AccountDataErased(String reason, LegalBasis basis) implements AccountEvent {}
