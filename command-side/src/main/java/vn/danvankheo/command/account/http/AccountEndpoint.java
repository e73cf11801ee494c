package vn.danvankheo.command.account.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.flag;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.account.domain.AccountCommand;
import vn.danvankheo.command.account.domain.ChangeAccount;
import vn.danvankheo.command.account.domain.OpenAccount;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.http.Submission;
import vn.danvankheo.command.session.AccountKeeper;
import vn.danvankheo.command.session.Passwords;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ListSchema;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.TextSchema;

/** Accounts are opened and changed; passwords go to the keeper, never into commands or events. */
public final class AccountEndpoint implements Endpoint {
  private static final String PASSWORD = "password";
  private static final TextSchema NEW_PASSWORD =
      text(Passwords.MIN_LENGTH, Passwords.MAX_LENGTH).untrimmed();
  private static final ListSchema ROLES = list(choice(Role.class), 1, 6).unique("");
  private static final ObjectSchema OPENING =
      Parts.body()
          .required("userName", text(2, 64).like("[a-z0-9][a-z0-9._-]*", "nguyen-van-a"))
          .required("displayName", text(2, 100))
          .required("position", Parts.NAME)
          .optional("unitCode", Parts.UNIT_CODE)
          .required("roles", ROLES)
          .optional(PASSWORD, NEW_PASSWORD);

  /** Nothing of an account can be emptied, so null is as wrong here as it is when opening. */
  private static final ObjectSchema CHANGE =
      Parts.body()
          .required("displayName", text(2, 100))
          .required("position", Parts.NAME)
          .required("unitCode", Parts.UNIT_CODE)
          .required("roles", ROLES)
          .required("disabled", flag())
          .required(PASSWORD, NEW_PASSWORD)
          .patch();

  private final Commands commands;
  private final AccountKeeper keeper;

  /**
   * An endpoint.
   *
   * @param commands declares them
   * @param keeper carries them out together with passwords
   */
  public AccountEndpoint(Commands commands, AccountKeeper keeper) {
    this.commands = commands;
    this.keeper = keeper;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", "/api/accounts", OpenAccount.class)
            .summary("Mở tài khoản")
            .right(Right.OPEN_ACCOUNT)
            .body(OPENING)
            .reading(AccountEndpoint::opening)
            .creates(
                (submission, request, wish) -> keeper.open(request, wish, password(submission)),
                stream -> stream.substring(AccountCommand.AGGREGATE_TYPE.length() + 1),
                userName -> "/api/accounts/" + userName),
        commands
            .on("PATCH", "/api/accounts/{userName}", ChangeAccount.class)
            .summary("Thay đổi tài khoản")
            .right(Right.CHANGE_ACCOUNT)
            .body(CHANGE)
            .variable("userName", "userName")
            .reading(AccountEndpoint::change)
            .changes(
                "userName",
                (submission, request, wish) ->
                    keeper.change(request, wish, submission.expectation(), password(submission))));
  }

  private static OpenAccount opening(ObjectNode body) {
    ObjectNode command = body.deepCopy();
    command.remove(PASSWORD);
    return Commands.read(command, OpenAccount.class);
  }

  private static ChangeAccount change(ObjectNode body) {
    ObjectNode command = body.deepCopy();
    command.put("passwordChanged", command.remove(PASSWORD) != null);
    return Commands.read(command, ChangeAccount.class);
  }

  private static @Nullable String password(Submission submission) {
    JsonNode password = submission.body().get(PASSWORD);
    return password == null ? null : password.stringValue();
  }
}
