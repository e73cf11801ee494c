package vn.danvankheo.web.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.decimal;
import static vn.danvankheo.web.validation.Schemas.flag;
import static vn.danvankheo.web.validation.Schemas.integer;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemException;
import vn.danvankheo.web.problem.Words;

class SchemaTest {
  private static final ObjectSchema OBJECTIVE =
      object().required("indicator", text(2, 30)).required("target", decimal("0", "1000", "0.25"));
  private static final ObjectSchema FORM =
      object()
          .required("title", text(5, 20))
          .required("level", choice(Level.class))
          .required("startsOn", date())
          .optional("endsOn", date())
          .optional("content", text(0, 100).lines())
          .optional("budget", integer(0, 10))
          .optional("open", flag())
          .optional("code", text(1, 10).like("[A-Z]+-[0-9]+", "VP-1"))
          .orEmpty("objectives", list(OBJECTIVE, 0, 2).unique("indicator"))
          .rule(
              (form, at, faults) -> {
                if (form.has("startsOn")
                    && form.has("endsOn")
                    && form.get("endsOn").asString().compareTo(form.get("startsOn").asString())
                        < 0) {
                  faults.add(at.field("endsOn"), "INVALID_DATE");
                }
              });
  private static final String GOOD =
      "\"title\":\"Dân vận\",\"level\":\"OFFICE\",\"startsOn\":\"2024-02-29\"";

  @Test
  void cleansWhatIsRight() {
    assertThat(clean(FORM, "{" + GOOD + ",\"budget\":5.0,\"open\":true,\"endsOn\":null}"))
        .isEqualTo(
            "{\"title\":\"Dân vận\",\"level\":\"OFFICE\",\"startsOn\":\"2024-02-29\","
                + "\"budget\":5,\"open\":true,\"objectives\":[]}");
  }

  @Test
  void decomposedTextsAreComposedAndTrimmed() {
    String decomposed = "  Da\u0302n va\u0323\u0302n\u00a0\u200b";
    assertThat(clean(FORM, "{" + GOOD.replace("Dân vận", decomposed) + "}"))
        .contains("\"title\":\"Dân vận\"");
  }

  @Test
  void tellsEveryFaultAtItsPlace() {
    Map<String, String> faults =
        faults(
            FORM,
            "{\"title\":\"x\",\"level\":\"PLANET\",\"startsOn\":\"2024-02-30\",\"content\":5,"
                + "\"budget\":\"5\",\"open\":1,\"code\":\"vp\",\"surprise\":{},\"objectives\":"
                + "[{\"indicator\":\"a b\",\"target\":0.3},{\"indicator\":\"A  B\",\"more\":1}]}");
    assertThat(faults)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("/title", "TOO_SHORT"),
                Map.entry("/level", "NOT_ALLOWED"),
                Map.entry("/startsOn", "INVALID_DATE"),
                Map.entry("/content", "NOT_A_TEXT"),
                Map.entry("/budget", "NOT_AN_INTEGER"),
                Map.entry("/open", "NOT_A_FLAG"),
                Map.entry("/code", "INVALID_FORMAT"),
                Map.entry("/surprise", "UNKNOWN_FIELD"),
                Map.entry("/objectives/0/target", "WRONG_STEP"),
                Map.entry("/objectives/1/target", "REQUIRED"),
                Map.entry("/objectives/1/more", "UNKNOWN_FIELD")));
  }

  @Test
  void sameItemsAreToldHoweverTheyAreSpelt() {
    assertThat(
            faults(
                FORM,
                "{"
                    + GOOD
                    + ",\"objectives\":[{\"indicator\":\"hoà bình\",\"target\":1},"
                    + "{\"indicator\":\"Hòa  bình\",\"target\":2}]}"))
        .isEqualTo(Map.of("/objectives/1/indicator", "DUPLICATE"));
  }

  @Test
  void rulesSeeSeveralFields() {
    assertThat(faults(FORM, "{" + GOOD + ",\"endsOn\":\"2024-02-28\"}"))
        .isEqualTo(Map.of("/endsOn", "INVALID_DATE"));
  }

  @Test
  void missingFieldsAndNullsInListsAreTold() {
    assertThat(faults(FORM, "{\"title\":null,\"objectives\":[null,1,{}]}"))
        .containsEntry("/title", "REQUIRED")
        .containsEntry("/level", "REQUIRED")
        .containsEntry("/startsOn", "REQUIRED")
        .containsEntry("/objectives", "TOO_MANY");
    assertThat(faults(FORM, "{" + GOOD + ",\"objectives\":[null,1]}"))
        .isEqualTo(Map.of("/objectives/0", "REQUIRED", "/objectives/1", "NOT_AN_OBJECT"));
  }

  @Test
  void patchesMayLeaveOutAnythingAndClearWhatIsOptional() {
    ObjectSchema patch = FORM.patch();
    assertThat(clean(patch, "{}")).isEqualTo("{}");
    assertThat(clean(patch, "{\"endsOn\":null,\"content\":\"  \",\"objectives\":[]}"))
        .isEqualTo("{\"endsOn\":null,\"content\":null,\"objectives\":null}");
    assertThat(faults(patch, "{\"title\":null,\"level\":\"x\"}"))
        .isEqualTo(Map.of("/title", "REQUIRED", "/level", "NOT_ALLOWED"));
  }

  @Test
  void singleFieldsMayBeClearableAndFlagsHaveDefaults() {
    ObjectSchema schema =
        object().clearable("parent", text(1, 5)).flag("atomic", true).flag("late", false);
    assertThat(clean(schema, "{\"parent\":null,\"late\":null}"))
        .isEqualTo("{\"parent\":null,\"atomic\":true,\"late\":false}");
    assertThat(clean(schema, "{\"atomic\":false}")).isEqualTo("{\"atomic\":false,\"late\":false}");
  }

  @Test
  void passwordsAreComposedButNotTrimmed() {
    assertThat(clean(object().required("p", text(2, 5).untrimmed()), "{\"p\":\" a\u0302 \"}"))
        .isEqualTo("{\"p\":\" â \"}");
  }

  @ParameterizedTest
  @CsvSource({
    "1e400, OUT_OF_RANGE",
    "-1e400, OUT_OF_RANGE",
    "1e999999999, OUT_OF_RANGE",
    "1e-999999999, NOT_AN_INTEGER",
    "0.5, NOT_AN_INTEGER",
    "11, OUT_OF_RANGE",
    "-1, OUT_OF_RANGE",
    "true, NOT_AN_INTEGER"
  })
  void strangeNumbersAreTold(String number, String code) {
    assertThat(faults(FORM, "{" + GOOD + ",\"budget\":" + number + "}"))
        .isEqualTo(Map.of("/budget", code));
  }

  @ParameterizedTest
  @CsvSource({
    "1e400, OUT_OF_RANGE", "1e-999999999, WRONG_STEP", "0.1, WRONG_STEP",
    "0.250000000000000000001, WRONG_STEP", "1000.25, OUT_OF_RANGE", "-0.25, OUT_OF_RANGE"
  })
  void strangeDecimalsAreTold(String number, String code) {
    assertThat(
            faults(
                FORM,
                "{" + GOOD + ",\"objectives\":[{\"indicator\":\"ab\",\"target\":" + number + "}]}"))
        .isEqualTo(Map.of("/objectives/0/target", code));
  }

  @ParameterizedTest
  @CsvSource({"0.250, 0.25", "1e2, 100", "0, 0", "0e-400000, 0", "-0.0, 0", "1000, 1000"})
  void decimalsComeOutPlain(String in, String out) {
    assertThat(
            clean(
                FORM,
                "{" + GOOD + ",\"objectives\":[{\"indicator\":\"ab\",\"target\":" + in + "}]}"))
        .contains("\"target\":" + out + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-30",
    "2024-13-01",
    "2024-6-1",
    "24-06-01",
    "2024-06-01T00:00:00Z",
    "+12024-06-01",
    "''",
    "0000-00-00"
  })
  void impossibleDaysAreTold(String day) {
    assertThat(faults(FORM, "{" + GOOD + ",\"endsOn\":\"" + day + "\"}"))
        .containsEntry("/endsOn", "INVALID_DATE");
  }

  @Test
  void charactersThatCannotBeStoredAreTold() {
    for (String bad :
        List.of("\\u0000", "\\ud800", "\\udc00x", "\\u0007", "\\u0085", "\\ufffe", "\\u202e")) {
      assertThat(faults(FORM, "{" + GOOD.replace("Dân", "Dân" + bad) + "}"))
          .as(bad)
          .isEqualTo(Map.of("/title", "FORBIDDEN_CHARACTER"));
    }
    assertThat(faults(FORM, "{" + GOOD.replace("Dân", "Dân\\n") + "}"))
        .isEqualTo(Map.of("/title", "NOT_ONE_LINE"));
    assertThat(clean(FORM, "{" + GOOD + ",\"content\":\"a\\nb\\t\\ud83d\\ude00c\"}"))
        .contains("a\\nb\\t");
  }

  @Test
  void aBodyOfRubbishMakesABoundedAnswer() {
    StringBuilder body = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 5_000; i++) {
      body.append(",\"a").append(i).append("\":1");
    }
    assertThat(faultList(FORM, body.append('}').toString())).hasSize(Faults.MOST);
  }

  @Test
  void describesItselfAsJsonSchema() {
    assertThat(OBJECTIVE.describe().toString())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"indicator\":{\"type\":\"string\","
                + "\"minLength\":2,\"maxLength\":30},\"target\":{\"type\":\"number\","
                + "\"minimum\":0,\"maximum\":1000,\"multipleOf\":0.25}},"
                + "\"required\":[\"indicator\",\"target\"],\"additionalProperties\":false}");
    assertThat(FORM.patch().describe().at("/properties/endsOn/type").toString())
        .isEqualTo("[\"string\",\"null\"]");
    assertThat(FORM.patch().describe().has("required")).isFalse();
  }

  static String clean(ObjectSchema schema, String json) {
    return schema.check(JsonBody.parse(json)).toString();
  }

  static Map<String, String> faults(ObjectSchema schema, String json) {
    return faultList(schema, json).stream()
        .collect(java.util.stream.Collectors.toMap(FieldFault::pointer, FieldFault::code));
  }

  static List<FieldFault> faultList(ObjectSchema schema, String json) {
    var tree = JsonBody.parse(json);
    var thrown = new ProblemException[1];
    assertThatThrownBy(() -> schema.check(tree))
        .isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e);
    assertThat(thrown[0].problem().status()).isEqualTo(422);
    List<FieldFault> faults = thrown[0].problem().faults();
    assertThat(faults).allSatisfy(fault -> assertThat(Words.knowsFault(fault.code())).isTrue());
    return faults;
  }
}
