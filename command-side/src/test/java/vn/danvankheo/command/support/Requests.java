package vn.danvankheo.command.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.execution.Answer;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.CommandResult;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.execution.IdempotencyKey;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.command.model.domain.UpdateModel;
import vn.danvankheo.command.plan.domain.IssuePlan;
import vn.danvankheo.command.unit.domain.RegisterUnit;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.samples.FormSamples;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.UnitType;

/** Requests an office sends, and the office itself. */
public final class Requests {
  /** The office that issues the plan. */
  public static final String OFFICE = "VP";

  /** A unit under the office. */
  public static final String CENTRE = FormSamples.CENTRE;

  /** The plan's year. */
  public static final int YEAR = 2024;

  private static final Actor COORDINATOR =
      new Actor("hctc", "Chuyên viên", OFFICE, Role.COORDINATOR);
  private static final Actor ADMIN = new Actor("admin", null, null, Role.ADMIN);

  private Requests() {}

  /** A coordinator's request that can't be told from another. */
  public static CommandRequest request() {
    return request(null);
  }

  /**
   * A coordinator's request.
   *
   * @param key the idempotency key; null for none
   */
  public static CommandRequest request(@Nullable IdempotencyKey key) {
    return new CommandRequest(metadata(COORDINATOR), key);
  }

  /**
   * The head of the office's request, who may approve, recognise and commend.
   *
   * @return one that can't be told from another
   */
  public static CommandRequest leader() {
    return new CommandRequest(
        metadata(new Actor("chanhvp", "Chánh Văn phòng", OFFICE, Role.LEADER)));
  }

  private static EventMetadata metadata(Actor actor) {
    return new EventMetadata(
        actor,
        "Nhập từ hồ sơ giấy của năm",
        null,
        "10.0.0.7",
        "r-1",
        "0af7651916cd43dd8448eb211c80319c",
        "Test");
  }

  /** Registers the office, a centre under it and the office's plan. */
  public static void settle(CommandExecutor executor) {
    CommandRequest admin = new CommandRequest(metadata(ADMIN));
    executor.execute(
        admin,
        new RegisterUnit(
            OFFICE, "Văn phòng UBND tỉnh", UnitType.OFFICE, null, null, List.of(), null),
        Expectation.created());
    executor.execute(
        admin,
        new RegisterUnit(
            CENTRE,
            "Trung tâm Phục vụ hành chính công tỉnh",
            UnitType.SUBORDINATE_UNIT,
            OFFICE,
            null,
            List.of(),
            null),
        Expectation.created());
    executor.execute(request(), new IssuePlan(plan()), Expectation.created());
  }

  private static PlanContent plan() {
    return new PlanContent(
        OFFICE,
        YEAR,
        "12/KH-VP",
        LocalDate.of(2024, 2, 26),
        "Văn phòng UBND tỉnh",
        "Kế hoạch thực hiện phong trào “Dân vận khéo” năm 2024",
        LocalDate.of(2024, 3, 15),
        LocalDate.of(2024, 6, 10),
        LocalDate.of(2024, 11, 30),
        List.of(new LegalBasis("89/KH-UBND", "Kế hoạch dân vận khéo 2024", "UBND tỉnh", null)),
        List.of(new FocusTask("NV1", "Cải cách hành chính")),
        null,
        null,
        BigDecimal.valueOf(65),
        null,
        null,
        null,
        null);
  }

  /**
   * Registers a model.
   *
   * @param executor carries it out
   * @param request who asks
   * @param title its title
   * @return the new model
   */
  public static Answer<CommandResult> register(
      CommandExecutor executor, CommandRequest request, String title) {
    String id = UUID.randomUUID().toString();
    return executor.register(request, YEAR, code -> registration(id, code, title));
  }

  private static RegisterModel registration(String id, String code, String title) {
    ModelForm form = FormSamples.with(FormSamples.form(), "title", title);
    return new RegisterModel(id, code, YEAR, form, FormSamples.objectives(), null, null);
  }

  /**
   * A change of one field.
   *
   * @param id the model
   * @param field the field's name
   * @param value its new value
   */
  public static UpdateModel update(String id, String field, Object value) {
    return new UpdateModel(id, null, FormSamples.only(field, value), Set.of(), null);
  }
}
