package vn.danvankheo.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.danvankheo.command.support.Requests.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.account.domain.ChangeAccount;
import vn.danvankheo.command.account.domain.OpenAccount;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.SetClock;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.Together;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.security.AccessTokens;

class SessionsStoreTest {
  private static final String PASSWORD = "mật khẩu đủ dài";
  private static final String HERE = "10.0.0.7";

  private static TestDatabase database;
  private static SetClock clock;
  private static WriteSide side;
  private static Sessions sessions;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    clock = new SetClock(Instant.parse("2024-03-05T02:00:00Z"));
    side = new WriteSide(database, clock, Map.of());
    sessions = side.get(Sessions.class);
    jdbc = database.jdbc();
    Requests.settle(side.get(CommandExecutor.class));
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  private static void open(String userName) {
    OpenAccount command =
        new OpenAccount(
            userName,
            PersonalText.of("Người dùng"),
            "Chuyên viên",
            Requests.CENTRE,
            List.of(Role.CLERK));
    side.get(AccountKeeper.class).open(request(), command, PASSWORD);
  }

  private static ChangeAccount change(String userName, boolean disabled, boolean newPassword) {
    return new ChangeAccount(userName, null, null, null, null, disabled ? true : null, newPassword);
  }

  private static EventMetadata from(String address) {
    return new EventMetadata(Actor.UNKNOWN, null, null, address, "r-1", null, "LogIn");
  }

  private static List<String> failuresFrom(String address) {
    return jdbc.queryForList(
        "SELECT convert_from(payload, 'UTF8') FROM event_log WHERE type = 'LoginFailed'"
            + " AND aggregate_type = 'oversight' AND version = 0 AND aggregate_id LIKE"
            + " 'oversight:%' AND convert_from(metadata, 'UTF8')::jsonb ->> 'clientAddress' = ?"
            + " ORDER BY position",
        String.class, address);
  }

  @Test
  void whoIsNotLetInLeavesARecordWithoutWhatWasTyped() {
    open("bi-doan");
    clock.advance(Duration.ofHours(1));

    assertThatThrownBy(() -> sessions.logIn("bi-doan", "sai", from("10.6.6.6")))
        .isInstanceOf(LoginRefused.class);
    assertThatThrownBy(() -> sessions.logIn(PASSWORD, "sai", from("10.6.6.6")))
        .isInstanceOf(LoginRefused.class);

    assertThat(failuresFrom("10.6.6.6")).containsExactly("{\"userName\":\"bi-doan\"}", "{}");
  }

  @Test
  void whatComesWithinAPauseIsNotLookedAtAndLeavesNoRecord() {
    open("bi-do-nhieu");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> sessions.logIn("bi-do-nhieu", "sai", from("10.5.5.5")))
          .isInstanceOf(LoginRefused.class);
    }
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> sessions.logIn("bi-do-nhieu", "sai", from("10.5.5.5")))
          .isInstanceOf(LoginThrottled.class);
    }

    assertThat(failuresFrom("10.5.5.5")).hasSize(5);
  }

  @Test
  void aLoginNamesTheCallerInItsToken() {
    open("van-thu");

    Tokens tokens = sessions.logIn("van-thu", PASSWORD, from(HERE));

    assertThat(side.get(AccessTokens.class).verify(tokens.accessToken()))
        .hasValueSatisfying(
            verified -> {
              assertThat(verified.caller().userName()).isEqualTo("van-thu");
              assertThat(verified.caller().unitCode()).isEqualTo(Requests.CENTRE);
              assertThat(verified.caller().roles()).containsExactly(Role.CLERK);
              assertThat(verified.expires())
                  .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
            });
  }

  @Test
  void theFirstAdministratorIsThereAndOpenedOnce() {
    assertThat(sessions.logIn("admin", WriteSide.ADMIN_PASSWORD, from(HERE))).isNotNull();
    try (WriteSide again = new WriteSide(database, clock, Map.of())) {
      assertThat(
              jdbc.queryForObject(
                  "SELECT count(*) FROM event_log WHERE aggregate_id = 'account:admin'",
                  Integer.class))
          .isEqualTo(1);
      assertThat(again.get(Sessions.class).logIn("admin", WriteSide.ADMIN_PASSWORD, from(HERE)))
          .isNotNull();
    }
  }

  @Test
  void noPasswordAndNoTokenIsStoredAsItIs() {
    open("khong-lo");
    Tokens tokens = sessions.logIn("khong-lo", PASSWORD, from(HERE));

    assertThat(
            jdbc.queryForObject(
                "SELECT password_hash FROM credential WHERE user_name = 'khong-lo'", String.class))
        .startsWith("$argon2id$");
    assertThat(
            jdbc.queryForObject(
                "SELECT count(*) FROM refresh_token WHERE token_hash = ?",
                Integer.class,
                tokens.refreshToken()))
        .isZero();
    assertThat(
            jdbc.queryForList(
                "SELECT convert_from(payload, 'UTF8') FROM event_log WHERE aggregate_id ="
                    + " 'account:khong-lo'",
                String.class))
        .noneMatch(payload -> payload.contains(PASSWORD) || payload.contains("argon2"));
  }

  @Test
  void aRefreshTokenIsGoodOnceAndASecondUseEndsTheSession() {
    open("lam-moi");
    Tokens first = sessions.logIn("lam-moi", PASSWORD, from(HERE));
    Tokens second = sessions.refresh(first.refreshToken());
    clock.advance(Duration.ofMinutes(1));

    assertThatThrownBy(() -> sessions.refresh(first.refreshToken()))
        .isInstanceOf(LoginRefused.class);
    assertThatThrownBy(() -> sessions.refresh(second.refreshToken()))
        .isInstanceOf(LoginRefused.class);
  }

  @Test
  void twoWindowsThatRefreshAtTheSameMomentKeepTheSession() {
    open("hai-cua-so");
    Tokens first = sessions.logIn("hai-cua-so", PASSWORD, from(HERE));
    Tokens second = sessions.refresh(first.refreshToken());

    assertThatThrownBy(() -> sessions.refresh(first.refreshToken()))
        .isInstanceOf(LoginRefused.class);
    assertThat(sessions.refresh(second.refreshToken())).isNotNull();
  }

  @Test
  void whoLogsOutCannotGoOn() {
    open("dang-xuat");
    Tokens tokens = sessions.logIn("dang-xuat", PASSWORD, from(HERE));
    String sessionId =
        side.get(AccessTokens.class).verify(tokens.accessToken()).orElseThrow().sessionId();

    sessions.logOut(sessionId);

    assertThatThrownBy(() -> sessions.refresh(tokens.refreshToken()))
        .isInstanceOf(LoginRefused.class);
  }

  @Test
  void aDisabledAccountNeitherComesInNorStays() {
    open("bi-khoa");
    Tokens tokens = sessions.logIn("bi-khoa", PASSWORD, from(HERE));

    side.get(AccountKeeper.class)
        .change(request(), change("bi-khoa", true, false), Expectation.any(), null);

    assertThatThrownBy(() -> sessions.refresh(tokens.refreshToken()))
        .isInstanceOf(LoginRefused.class);
    assertThatThrownBy(() -> sessions.logIn("bi-khoa", PASSWORD, from(HERE)))
        .isInstanceOf(LoginRefused.class);
  }

  @Test
  void aNewPasswordReplacesTheOldOneAndEndsSessions() {
    open("doi-mat-khau");
    Tokens tokens = sessions.logIn("doi-mat-khau", PASSWORD, from(HERE));

    side.get(AccountKeeper.class)
        .change(
            request(), change("doi-mat-khau", false, true), Expectation.any(), "mật khẩu khác hẳn");

    assertThatThrownBy(() -> sessions.logIn("doi-mat-khau", PASSWORD, from(HERE)))
        .isInstanceOf(LoginRefused.class);
    assertThatThrownBy(() -> sessions.refresh(tokens.refreshToken()))
        .isInstanceOf(LoginRefused.class);
    assertThat(sessions.logIn("doi-mat-khau", "mật khẩu khác hẳn", from(HERE))).isNotNull();
  }

  private static CommandRequest by(String userName, String address) {
    Actor actor = new Actor(userName, "Chuyên viên", Requests.CENTRE, Role.CLERK);
    return new CommandRequest(
        new EventMetadata(actor, null, null, address, "r-2", null, "ChangeOwnPassword"));
  }

  @Test
  void guessingOnesOwnPasswordIsSlowedDownAndRecordedLikeALogin() {
    open("quen-roi");
    OwnPassword own = side.get(OwnPassword.class);
    Tokens tokens = sessions.logIn("quen-roi", PASSWORD, from(HERE));
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () -> own.change(by("quen-roi", "10.4.4.4"), null, "sai", "mật khẩu khác hẳn"))
          .isInstanceOf(WrongPassword.class);
    }
    assertThatThrownBy(
            () -> own.change(by("quen-roi", "10.4.4.4"), null, PASSWORD, "mật khẩu khác hẳn"))
        .isInstanceOf(LoginThrottled.class);
    assertThatThrownBy(() -> sessions.logIn("quen-roi", PASSWORD, from("10.4.4.4")))
        .isInstanceOf(LoginThrottled.class);
    assertThat(failuresFrom("10.4.4.4")).hasSize(5).containsOnly("{\"userName\":\"quen-roi\"}");

    clock.advance(Duration.ofMinutes(16));
    own.change(by("quen-roi", "10.4.4.4"), null, PASSWORD, "mật khẩu khác hẳn");
    assertThatThrownBy(() -> sessions.refresh(tokens.refreshToken()))
        .isInstanceOf(LoginRefused.class);
    assertThat(
            jdbc.queryForList(
                "SELECT convert_from(payload, 'UTF8') FROM event_log WHERE aggregate_id ="
                    + " 'account:quen-roi' AND type = 'AccountChanged'",
                String.class))
        .containsExactly("{\"passwordChanged\":true}");
  }

  @Test
  void guessingIsSlowedDownForNameAndAddressAndForgivenLater() {
    open("bi-do");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> sessions.logIn("bi-do", "sai", from("10.9.9.9")))
          .isInstanceOf(LoginRefused.class);
    }
    assertThatThrownBy(() -> sessions.logIn("bi-do", PASSWORD, from("10.9.9.9")))
        .isInstanceOfSatisfying(
            LoginThrottled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
    assertThat(sessions.logIn("bi-do", PASSWORD, from(HERE))).isNotNull();

    clock.advance(Duration.ofSeconds(31));
    assertThatThrownBy(() -> sessions.logIn("bi-do", "sai", from("10.9.9.9")))
        .isInstanceOf(LoginRefused.class);
    assertThatThrownBy(() -> sessions.logIn("bi-do", PASSWORD, from("10.9.9.9")))
        .isInstanceOfSatisfying(
            LoginThrottled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(60)));

    clock.advance(Duration.ofMinutes(16));
    assertThat(sessions.logIn("bi-do", PASSWORD, from("10.9.9.9"))).isNotNull();
  }

  @Test
  void manyGuessesAtTheSameMomentGainNothing() throws Exception {
    open("do-cung-luc");

    List<Together.Outcome<Tokens>> outcomes =
        Together.run(12, i -> sessions.logIn("do-cung-luc", "sai " + i, from("10.8.8.8")));

    assertThat(outcomes.stream().filter(o -> o.thrown() instanceof LoginRefused)).hasSize(5);
    assertThat(outcomes.stream().filter(o -> o.thrown() instanceof LoginThrottled)).hasSize(7);
  }

  @Test
  void manyPeopleMayComeInFromOneAddress() {
    open("dong-nguoi");
    for (int i = 0; i < 60; i++) {
      assertThat(sessions.logIn("dong-nguoi", PASSWORD, from("10.7.7.7"))).isNotNull();
    }
  }

  @Test
  void nobodyIsRefusedLikeSomebody() {
    assertThatThrownBy(() -> sessions.logIn("khong-co", PASSWORD, from(HERE)))
        .isInstanceOf(LoginRefused.class);
  }
}
