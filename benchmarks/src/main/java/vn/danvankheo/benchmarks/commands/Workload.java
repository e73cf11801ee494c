package vn.danvankheo.benchmarks.commands;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.benchmarks.generator.GeneratedEvent;
import vn.danvankheo.command.model.domain.UpdateModel;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** What is written in every benchmark: models of one office that are changed again and again. */
public final class Workload {
  /** The only unit. */
  public static final String UNIT = "VPUB";

  /** How many events an old model has at least. */
  public static final int EVENTS = 500;

  /** The only year. */
  public static final int YEAR = 2024;

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
  private static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 1, 2);
  private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);

  /** So that nobody registers late, whenever this runs. */
  private static final LocalDate WHENEVER = LAST_DAY.plusYears(100);

  private static final String CONTENT =
      "Lần %d. Tổ một cửa hướng dẫn người dân nộp hồ sơ trực tuyến ngay tại nhà văn hóa thôn vào"
          + " sáng thứ bảy hằng tuần; cán bộ trả kết quả tận nơi cho người cao tuổi và người khuyết"
          + " tật, ghi sổ từng lượt và công khai thời hạn giải quyết ở bảng tin của xã. Mỗi tháng họp"
          + " với tổ công nghệ số cộng đồng một lần để gỡ vướng mắc.";

  private Workload() {}

  /**
   * A new id.
   *
   * @return a UUID of version 7
   */
  public static String newId() {
    return IDS.generate().toString();
  }

  /**
   * Who does it all; no rule binds this role to a unit.
   *
   * @return a coordinator
   */
  public static Actor actor() {
    return new Actor("dieuphoi", "Chuyên viên phòng Tổng hợp", UNIT, Role.COORDINATOR);
  }

  /**
   * What is stored beside each event.
   *
   * @param command the command's name
   * @return filled like that of a request over HTTP
   */
  public static EventMetadata metadata(String command) {
    return new EventMetadata(
        actor(),
        null,
        null,
        "127.0.0.1",
        "0192f3a0-6b1e-7c4d-9a55-3f1d2b7c8e90",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        command);
  }

  /**
   * A title.
   *
   * @param number makes it unique
   * @return a title
   */
  public static String title(String number) {
    return "Chính quyền thân thiện, hồ sơ giải quyết trước hạn " + number;
  }

  /**
   * The text that is changed by every command.
   *
   * @param number tells one version from the next
   * @return about 400 characters
   */
  public static String content(int number) {
    return CONTENT.formatted(number);
  }

  /**
   * A whole form.
   *
   * @param title its title
   * @return a form that every rule accepts
   */
  public static ModelForm form(String title) {
    return new ModelForm(
        title,
        SubjectKind.COLLECTIVE,
        PersonalText.open("Chi bộ phòng Tổng hợp"),
        UNIT,
        Field.ADMINISTRATIVE_REFORM,
        content(0),
        "Phân công từng đồng chí theo dõi một cụm thôn, họp rút kinh nghiệm hằng tháng.",
        FIRST_DAY,
        LAST_DAY,
        "Thành phố Bắc Kạn",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new Beneficiaries(120, 480),
        null,
        "Trưởng phòng Tổng hợp",
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * The year's targets.
   *
   * @return two of them
   */
  public static List<Objective> objectives() {
    return List.of(
        new Objective("Hồ sơ trả trước hạn", "hồ sơ", BigDecimal.valueOf(2400)),
        new Objective("Mức độ hài lòng", "%", BigDecimal.valueOf(95)));
  }

  /**
   * The first event of a model.
   *
   * @param number makes its code and title unique
   * @return what the registration of {@link #form} comes to
   */
  public static ModelRegistered registered(String number) {
    return new ModelRegistered(
        "DVK-%d-%s".formatted(YEAR, number),
        YEAR,
        form(title(number)),
        objectives(),
        FIRST_DAY,
        false,
        actor().userName(),
        null);
  }

  /**
   * A registration as it is sent over HTTP.
   *
   * @param number makes its title unique
   * @return the body
   */
  public static ObjectNode registration(String number) {
    ObjectNode body = EventJson.shown().valueToTree(form(title(number)));
    body.put("year", YEAR);
    body.set("objectives", EventJson.shown().valueToTree(objectives()));
    return body;
  }

  /**
   * The command that is measured.
   *
   * @param id the model
   * @param number tells one change from the next
   * @return changes one text
   */
  public static UpdateModel update(String id, int number) {
    return new UpdateModel(id, null, onlyContent(number), Set.of(), null);
  }

  /**
   * What {@link #update} comes to.
   *
   * @param number tells one change from the next
   * @return the event
   */
  public static ModelUpdated updated(int number) {
    return new ModelUpdated(YEAR, onlyContent(number), List.of(), null, false);
  }

  /**
   * The plan that models are registered under.
   *
   * @return of the only unit and year
   */
  public static PlanContent plan() {
    return new PlanContent(
        UNIT,
        YEAR,
        "11/KH-VP",
        FIRST_DAY,
        "Văn phòng UBND tỉnh",
        "Thực hiện phong trào thi đua “Dân vận khéo” năm " + YEAR,
        WHENEVER,
        LocalDate.of(YEAR, 6, 30),
        LAST_DAY,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * Models as their updates have left them.
   *
   * @param ids the models
   * @param events how many each has
   * @return all their events, each model's in order
   */
  public static Iterator<GeneratedEvent> histories(List<String> ids, int events) {
    return IntStream.range(0, events)
        .boxed()
        .flatMap(version -> ids.stream().map(id -> generated(id, version)))
        .iterator();
  }

  private static GeneratedEvent generated(String id, int version) {
    ModelEvent event = version == 0 ? registered(id) : updated(-version);
    String command = version == 0 ? "RegisterModel" : "UpdateModel";
    Instant at = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(version);
    return new GeneratedEvent("model", id, version, at, event, metadata(command));
  }

  private static ModelForm onlyContent(int number) {
    return new ModelForm(
        null,
        null,
        null,
        null,
        null,
        content(number),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
