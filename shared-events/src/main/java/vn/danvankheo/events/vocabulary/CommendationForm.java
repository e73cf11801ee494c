package vn.danvankheo.events.vocabulary;

/** The forms of praise and award (biểu dương, giấy khen, bằng khen). */
public enum CommendationForm {
  PRAISE,
  CERTIFICATE_OF_MERIT_UNIT,
  CERTIFICATE_OF_MERIT_PROVINCE,
  CERTIFICATE_OF_MERIT_MINISTRY,
  CERTIFICATE_OF_MERIT_PRIME_MINISTER,
  PARTY_CERTIFICATE
}
