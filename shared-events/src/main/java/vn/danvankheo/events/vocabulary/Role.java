package vn.danvankheo.events.vocabulary;

/** What an account may be; rights hang on these alone. */
public enum Role {
  CLERK,
  INSPECTOR,
  COORDINATOR,
  LEADER,
  AUDITOR,
  ADMIN
}
