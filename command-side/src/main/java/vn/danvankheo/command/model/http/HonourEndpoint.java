package vn.danvankheo.command.model.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.flag;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.model.domain.CommendModel;
import vn.danvankheo.command.model.domain.DesignateExemplar;
import vn.danvankheo.command.model.domain.RecognizeModel;
import vn.danvankheo.command.model.domain.RefuseRecognition;
import vn.danvankheo.command.model.domain.RevokeCommendation;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.RevocationGround;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** The rungs of honour: recognised, exemplar, commended; and taking a commendation back. */
public final class HonourEndpoint implements Endpoint {
  /** A decision at a level. */
  static final ObjectSchema DECIDED_AT_LEVEL =
      Parts.term().required("decision", Parts.DECISION).required("level", choice(Level.class));

  private static final ObjectSchema RECIPIENT =
      object()
          .required("kind", choice(SubjectKind.class))
          .required("name", Parts.NAME)
          .required("unitCode", Parts.UNIT_CODE)
          .optional("position", Parts.NAME)
          .optional("bonusVnd", Parts.MONEY);

  /** A commendation. */
  static final ObjectSchema COMMENDATION =
      Parts.term()
          .required("form", choice(CommendationForm.class))
          .required("basis", choice(CommendationBasis.class))
          .required("decision", Parts.DECISION)
          .required("merit", text(10, 500).lines())
          .required("recipients", list(RECIPIENT, 1, 200))
          .optional("periodFrom", Parts.YEAR)
          .optional("periodTo", Parts.YEAR);

  private static final ObjectSchema REFUSAL =
      object().required("reason", Parts.REASON).optional("year", Parts.YEAR);
  private static final ObjectSchema REVOCATION =
      REFUSAL
          .required("ground", choice(RevocationGround.class))
          .required("decision", Parts.DECISION)
          .optional("bonusRecovered", flag());

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public HonourEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", ModelEndpoint.ONE + "/recognition", RecognizeModel.class)
            .summary("Công nhận mô hình")
            .right(Right.RECOGNIZE_MODEL)
            .body(DECIDED_AT_LEVEL)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ModelEndpoint.ONE + "/recognition-refusal", RefuseRecognition.class)
            .summary("Không công nhận mô hình")
            .right(Right.REFUSE_RECOGNITION)
            .body(REFUSAL)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ModelEndpoint.ONE + "/exemplar", DesignateExemplar.class)
            .summary("Xác định điển hình tiêu biểu")
            .right(Right.DESIGNATE_EXEMPLAR)
            .body(DECIDED_AT_LEVEL)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ModelEndpoint.ONE + "/commendations", CommendModel.class)
            .summary("Ghi nhận khen thưởng")
            .right(Right.COMMEND_MODEL)
            .body(COMMENDATION)
            .variable("id", "id")
            .changes("id"),
        commands
            .on(
                "POST",
                ModelEndpoint.ONE + "/commendations/{no}/revocation",
                RevokeCommendation.class)
            .summary("Hủy bỏ khen thưởng")
            .right(Right.REVOKE_COMMENDATION)
            .body(REVOCATION)
            .variable("id", "id")
            .variable("no", "#commendation")
            .changes("id"));
  }
}
