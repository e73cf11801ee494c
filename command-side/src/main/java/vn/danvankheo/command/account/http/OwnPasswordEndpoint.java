package vn.danvankheo.command.account.http;

import static vn.danvankheo.web.validation.Schemas.text;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.http.CommandAnswers;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.http.Submission;
import vn.danvankheo.command.session.OwnPassword;
import vn.danvankheo.command.session.Passwords;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.security.AccessTokens.Verified;
import vn.danvankheo.web.security.Callers;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/**
 * {@code PUT /api/me/password}: whoever has an account changes its password. It wants no {@code
 * If-Match}: the old password says more than a version.
 */
public final class OwnPasswordEndpoint implements Endpoint {
  private static final String OLD = "oldPassword";
  private static final String NEW = "newPassword";
  private static final ObjectSchema BODY =
      Parts.body()
          .required(OLD, text(1, Passwords.MAX_LENGTH).untrimmed())
          .required(NEW, text(Passwords.MIN_LENGTH, Passwords.MAX_LENGTH).untrimmed());

  private final OwnPassword passwords;

  /**
   * An endpoint.
   *
   * @param passwords changes them
   */
  public OwnPasswordEndpoint(OwnPassword passwords) {
    this.passwords = passwords;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("PUT", "/api/me/password", "changeOwnPassword", "Đổi mật khẩu của mình")
            .body(BODY)
            .header(RequestHeader.IDEMPOTENCY_KEY)
            .answer(CommandAnswers.CHANGED)
            .to(this::change));
  }

  private void change(Exchange exchange) throws IOException {
    Submission submission = Submission.unconditional(exchange, Expectation.any());
    CommandRequest request = submission.request(Right.READ, "ChangeOwnPassword");
    ObjectNode body = submission.body();
    Commands.changed(
        exchange,
        passwords.change(
            request,
            Callers.token(exchange.request()).map(Verified::sessionId).orElse(null),
            body.get(OLD).stringValue(),
            body.get(NEW).stringValue()),
        request.metadata().actor().userName());
  }
}
