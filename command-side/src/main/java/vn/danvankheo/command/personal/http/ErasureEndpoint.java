package vn.danvankheo.command.personal.http;

import static vn.danvankheo.web.validation.Schemas.integer;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.oneOf;
import static vn.danvankheo.web.validation.Schemas.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.account.domain.EraseAccountData;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.http.CommandAnswers;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.http.Submission;
import vn.danvankheo.command.model.domain.ErasePersonalData;
import vn.danvankheo.command.personal.PersonalKeys;
import vn.danvankheo.command.personal.Subjects;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.PersonalField;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.Faults;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Pointer;

/** {@code POST /api/erasures}: what is told of a person at one place, or by an account. */
public final class ErasureEndpoint implements Endpoint {
  private static final String RECIPIENT = "recipient";
  private static final String DISPLAY_NAME = "displayName";
  private static final Map<String, PersonalField> FIELDS =
      Stream.of(PersonalField.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  f -> f == PersonalField.RECIPIENT ? RECIPIENT : f.component(), f -> f));
  private static final ObjectSchema SUBJECT =
      object()
          .optional("modelId", text(1, 64))
          .optional("userName", text(1, 64))
          .optional(
              "field",
              oneOf(
                  Stream.concat(FIELDS.keySet().stream().sorted(), Stream.of(DISPLAY_NAME))
                      .toList()))
          .optional("commendation", integer(1, 100_000))
          .optional(RECIPIENT, integer(1, 200))
          .rule(ErasureEndpoint::checkSubject);
  private static final ObjectSchema ERASURE =
      object()
          .required("subject", SUBJECT)
          .required("reason", Parts.REASON)
          .required("basis", Parts.LEGAL_BASIS);

  private final Commands commands;
  private final PersonalKeys keys;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   * @param keys the keys that go with what is erased
   */
  public ErasureEndpoint(Commands commands, PersonalKeys keys) {
    this.commands = commands;
    this.keys = keys;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("POST", "/api/erasures", "erasePersonalData", "Xóa dữ liệu cá nhân")
            .right(Right.ERASE_PERSONAL_DATA)
            .body(ERASURE)
            .header(RequestHeader.IDEMPOTENCY_KEY)
            .answer(CommandAnswers.CHANGED)
            .to(this::erase));
  }

  /** A field of a model, a recipient by two numbers, or an account. */
  private static void checkSubject(ObjectNode subject, Pointer at, Faults faults) {
    boolean account = subject.has("userName");
    if (account == subject.has("modelId")) {
      faults.add(at.field("modelId"), account ? "NOT_TOGETHER" : "REQUIRED");
    }
    String field = subject.path("field").asString();
    if (account) {
      wantOnly(field.isEmpty() || field.equals(DISPLAY_NAME), at.field("field"), faults);
    } else if (field.isEmpty()) {
      faults.add(at.field("field"), "REQUIRED");
    } else {
      wantOnly(FIELDS.containsKey(field), at.field("field"), faults);
    }
    for (String number : List.of("commendation", RECIPIENT)) {
      boolean wanted = field.equals(RECIPIENT);
      if (wanted && !subject.has(number)) {
        faults.add(at.field(number), "REQUIRED");
      } else if (!wanted && subject.has(number)) {
        faults.add(at.field(number), "NOT_TOGETHER");
      }
    }
  }

  private static void wantOnly(boolean right, Pointer at, Faults faults) {
    if (!right) {
      faults.add(at, "NOT_TOGETHER");
    }
  }

  private void erase(Exchange exchange) throws IOException {
    Submission submission = Submission.unconditional(exchange, Expectation.any());
    ObjectNode subject = (ObjectNode) submission.body().get("subject");
    LegalBasis basis = Commands.read((ObjectNode) submission.body().get("basis"), LegalBasis.class);
    if (subject.has("userName")) {
      String userName = subject.get("userName").stringValue();
      EraseAccountData wish = new EraseAccountData(userName, basis);
      carryOut(submission, wish, Subjects.account(wish.aggregateId()), userName);
    } else {
      ErasePersonalData wish = ofModel(subject, basis);
      carryOut(submission, wish, place(wish), wish.id());
    }
  }

  private static ErasePersonalData ofModel(ObjectNode subject, LegalBasis basis) {
    PersonalField field = FIELDS.get(subject.get("field").stringValue());
    boolean recipient = field == PersonalField.RECIPIENT;
    return new ErasePersonalData(
        subject.get("modelId").stringValue(),
        field,
        recipient ? subject.get("commendation").intValue() : null,
        recipient ? subject.get(RECIPIENT).intValue() : null,
        basis);
  }

  private static String place(ErasePersonalData wish) {
    return wish.commendation() == null || wish.recipient() == null
        ? Subjects.field(wish.id(), wish.field())
        : Subjects.recipient(wish.id(), wish.commendation(), wish.recipient());
  }

  private void carryOut(Submission submission, Command wish, String place, String id)
      throws IOException {
    Commands.changed(
        submission.exchange(),
        commands
            .executor()
            .execute(
                submission.request(Right.ERASE_PERSONAL_DATA, "ErasePersonalData"),
                wish,
                submission.expectation(),
                () -> destroy(place)),
        id);
  }

  private void destroy(String place) {
    if (keys.destroy(place) == 0) {
      throw new RuleBroken(Rule.NOTHING_TO_ERASE);
    }
  }
}
