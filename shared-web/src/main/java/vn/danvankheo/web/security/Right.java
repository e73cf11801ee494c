package vn.danvankheo.web.security;

import static vn.danvankheo.events.vocabulary.Role.ADMIN;
import static vn.danvankheo.events.vocabulary.Role.AUDITOR;
import static vn.danvankheo.events.vocabulary.Role.CLERK;
import static vn.danvankheo.events.vocabulary.Role.COORDINATOR;
import static vn.danvankheo.events.vocabulary.Role.INSPECTOR;
import static vn.danvankheo.events.vocabulary.Role.LEADER;

import java.util.List;
import vn.danvankheo.events.vocabulary.Role;

/**
 * The one table of who may do what. Roles stand in the order in which they are preferred as the
 * acting role: those that are not bound to a unit first, {@link Role#CLERK} last. What depends on
 * the state of things or on units is decided by the domain.
 */
public enum Right {
  REGISTER_MODEL(COORDINATOR, CLERK),
  UPDATE_MODEL(COORDINATOR, CLERK),
  RETURN_MODEL(COORDINATOR, LEADER),
  RESUBMIT_MODEL(COORDINATOR, CLERK),
  APPROVE_MODEL(LEADER),
  WITHDRAW_MODEL(LEADER, COORDINATOR, CLERK),
  REPORT_PROGRESS(COORDINATOR, CLERK),
  INSPECT_MODEL(INSPECTOR, COORDINATOR),
  SELF_INSPECT_MODEL(INSPECTOR, COORDINATOR, CLERK),
  REMEDY_FINDING(COORDINATOR, CLERK),
  CONFIRM_REMEDY(COORDINATOR),
  REJECT_REMEDY(COORDINATOR),
  EXTEND_FINDING(COORDINATOR),
  ANNUL_INSPECTION(LEADER),
  RECOGNIZE_MODEL(LEADER),
  REFUSE_RECOGNITION(LEADER),
  DESIGNATE_EXEMPLAR(LEADER),
  COMMEND_MODEL(LEADER),
  REVOKE_COMMENDATION(LEADER),
  RENEW_MODEL(COORDINATOR, CLERK),
  REPLICATE_MODEL(COORDINATOR, CLERK),
  CLOSE_MODEL(COORDINATOR),
  SEND_REMINDER(COORDINATOR),
  ISSUE_PLAN(LEADER),
  AMEND_PLAN(LEADER),
  RATE_UNIT(LEADER),
  ISSUE_REPORT(LEADER),
  REGISTER_UNIT(ADMIN),
  REORGANIZE_UNIT(ADMIN),
  OPEN_ACCOUNT(ADMIN),
  CHANGE_ACCOUNT(ADMIN),
  READ_ACCOUNTS(ADMIN, AUDITOR),
  ATTACH_FILE(COORDINATOR, LEADER, INSPECTOR, CLERK),
  IMPORT_MODELS(COORDINATOR, CLERK),
  READ_ALL_IMPORTS(COORDINATOR, AUDITOR, ADMIN),
  READ_AUDIT(AUDITOR, LEADER, COORDINATOR, ADMIN),
  EXPORT_AUDIT(AUDITOR, LEADER),
  VERIFY(AUDITOR, ADMIN),
  ERASE_PERSONAL_DATA(LEADER),
  READ_PERSONAL(AUDITOR),
  REPLAY(ADMIN),
  READ(COORDINATOR, LEADER, INSPECTOR, AUDITOR, ADMIN, CLERK);

  private final List<Role> roles;

  Right(Role... roles) {
    this.roles = List.of(roles);
  }

  /**
   * The roles that grant it.
   *
   * @return the preferred acting role first
   */
  public List<Role> roles() {
    return roles;
  }
}
