package vn.danvankheo.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.problem.ProblemException;

class RightTest {
  private static Caller caller(Role... roles) {
    return new Caller("an", null, "Chuyên viên", "VP", Set.of(roles));
  }

  @ParameterizedTest
  @EnumSource
  void theUnitBoundRoleActsLast(Right right) {
    List<Role> roles = right.roles();
    assertThat(roles).doesNotHaveDuplicates();
    if (roles.contains(Role.CLERK)) {
      assertThat(roles.get(roles.size() - 1)).isEqualTo(Role.CLERK);
    }
  }

  @Test
  void administratorsDecideNothingAndAuditorsOnlyReadAndVerify() {
    assertThat(rightsOf(Role.AUDITOR))
        .containsExactlyInAnyOrder(
            Right.READ,
            Right.READ_ALL_IMPORTS,
            Right.READ_AUDIT,
            Right.EXPORT_AUDIT,
            Right.VERIFY,
            Right.READ_ACCOUNTS,
            Right.READ_PERSONAL);
    assertThat(rightsOf(Role.ADMIN))
        .containsExactlyInAnyOrder(
            Right.READ,
            Right.READ_ALL_IMPORTS,
            Right.READ_AUDIT,
            Right.VERIFY,
            Right.REPLAY,
            Right.OPEN_ACCOUNT,
            Right.CHANGE_ACCOUNT,
            Right.READ_ACCOUNTS,
            Right.REGISTER_UNIT,
            Right.REORGANIZE_UNIT);
  }

  @Test
  void everyRoleReads() {
    assertThat(Right.READ.roles()).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void theGrantingRoleActs() {
    assertThat(caller(Role.CLERK, Role.COORDINATOR).as(Right.REGISTER_MODEL).role())
        .isEqualTo(Role.COORDINATOR);
    assertThat(caller(Role.CLERK, Role.LEADER).as(Right.REGISTER_MODEL).role())
        .isEqualTo(Role.CLERK);
    assertThatThrownBy(() -> caller(Role.CLERK).as(Right.APPROVE_MODEL))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("FORBIDDEN"));
    assertThat(caller().may(Right.READ)).isFalse();
  }

  private static List<Right> rightsOf(Role role) {
    return Arrays.stream(Right.values()).filter(caller(role)::may).toList();
  }
}
