package vn.danvankheo.events.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Who receives a commendation.
 *
 * @param kind collective, individual or household
 * @param name as printed on the certificate
 * @param unitCode the recipient's unit
 * @param position the position of an individual
 * @param bonusVnd the bonus in whole đồng
 */
public record Recipient(
    SubjectKind kind,
    PersonalText name,
    String unitCode,
    @Nullable String position,
    @Nullable Long bonusVnd) {}
