package vn.danvankheo.events.vocabulary;

/** Where a model tells of persons. */
public enum PersonalField {
  /** Whose model it is. */
  SUBJECT_NAME("subjectName"),
  /** The person in charge. */
  RESPONSIBLE_PERSON("responsiblePerson"),
  /** Their telephone number. */
  CONTACT_PHONE("contactPhone"),
  /** Who received a commendation. */
  RECIPIENT("name");

  private final String component;

  PersonalField(String component) {
    this.component = component;
  }

  /**
   * The field's name in the form, or in a recipient.
   *
   * @return the record's component
   */
  public String component() {
    return component;
  }
}
