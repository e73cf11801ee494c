package vn.danvankheo.command.model.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schemas;

/** A model's form: its fields, their limits, and how bodies become forms. */
public final class ModelForms {
  /** The form itself. */
  static final ObjectSchema FORM =
      Schemas.object()
          .required("title", text(5, 300))
          .required("subjectKind", choice(SubjectKind.class))
          .required("subjectName", text(2, 200))
          .required("unitCode", Parts.UNIT_CODE)
          .required("field", choice(Field.class))
          .required("content", text(20, 10_000).lines())
          .optional("solutions", text(0, 10_000).lines())
          .required("startsOn", date())
          .required("endsOn", date())
          .required("location", text(2, 300))
          .optional("scope", text(0, 1_000).lines())
          .optional("rationale", Parts.LONG_TEXT)
          .optional("outputs", text(0, 2_000).lines())
          .optional("sustainability", text(0, 2_000).lines())
          .optional("coordinatingUnits", list(text(2, 200), 0, 20).unique(""))
          .optional("nationalField", choice(NationalField.class))
          .optional("registrationLevel", choice(Level.class))
          .optional("beneficiaries", Parts.BENEFICIARIES)
          .optional("budgetVnd", Parts.MONEY)
          .required("responsiblePosition", Parts.NAME)
          .optional("responsiblePerson", text(2, 100))
          .optional(
              "contactPhone",
              text(1, 20).like("(?:\\+84|0)(?:[ .-]?[0-9]){8,10}", "INVALID_PHONE", "0912 345 678"))
          .optional("legalBases", list(Parts.CODE, 0, 20).unique(""))
          .optional("focusTasks", list(Parts.CODE, 0, 20).unique(""))
          .optional("attachments", Parts.ATTACHMENTS)
          .required("objectives", Parts.OBJECTIVES);

  /** A registration: the form, its year, and when it was handed in. */
  public static final ObjectSchema REGISTRATION =
      FORM.required("year", Parts.YEAR)
          .optional("registeredOn", date())
          .optional("reason", Parts.REASON);

  /** A change of the form as a merge patch; {@code year} says which term's objectives are meant. */
  public static final ObjectSchema CHANGE =
      FORM.patch().required("year", Parts.YEAR).optional("reason", Parts.REASON);

  private ModelForms() {}

  /**
   * A registration as the command it stands for, its code still to be drawn within the transaction,
   * so that none is lost.
   *
   * @param body a cleaned body without a reason; it is taken apart
   * @param id the new model's id
   * @return the command without a code
   */
  public static RegisterModel registration(ObjectNode body, String id) {
    ObjectNode command = body.objectNode().put("id", id).put("code", "");
    for (String own : List.of("year", "registeredOn", "objectives")) {
      JsonNode value = body.remove(own);
      if (value != null) {
        command.set(own, value);
      }
    }
    command.set("form", body);
    return Commands.read(command, RegisterModel.class);
  }

  /**
   * Takes the objectives out of a body.
   *
   * @param body a cleaned body
   * @return null when it has none
   */
  static @Nullable List<Objective> takeObjectives(ObjectNode body) {
    JsonNode objectives = body.remove("objectives");
    return objectives == null
        ? null
        : EventJson.stored().convertValue(objectives, new TypeReference<List<Objective>>() {});
  }

  /**
   * The form that is left in a body.
   *
   * @param body a cleaned body without anything else
   * @return the form; null where nothing was said
   */
  static ModelForm form(ObjectNode body) {
    return Commands.read(body, ModelForm.class);
  }
}
