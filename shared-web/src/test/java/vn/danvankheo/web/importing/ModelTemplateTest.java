package vn.danvankheo.web.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.SubjectKind;

class ModelTemplateTest {
  private static final TemplateLists KNOWN =
      new TemplateLists(
          List.of(
              new ImportChoice("VP-KT", "Phòng Kinh tế ngành"), new ImportChoice("CB-1", "Chi bộ")),
          List.of(new ImportChoice("25-NQ/TW", "Nghị quyết")),
          List.of());

  @Test
  void theFormHasAColumnForEveryFieldThatAFileCanFill() {
    List<String> fields =
        ModelTemplate.columns().stream()
            .map(column -> column.field().replaceFirst("/.*", ""))
            .filter(field -> !field.isEmpty())
            .distinct()
            .toList();
    List<String> form =
        Stream.concat(
                Arrays.stream(ModelForm.class.getRecordComponents()).map(part -> part.getName()),
                Stream.of("year", "objectives", "registeredOn", "reason"))
            .filter(name -> !name.equals("attachments"))
            .toList();
    assertThat(fields).containsExactlyInAnyOrderElementsOf(form);
  }

  @Test
  void everyValueOfAVocabularyCanBeChosen() {
    Map<String, List<String>> choices =
        ModelTemplate.columns().stream()
            .filter(column -> column.kind() == ImportColumn.Kind.CHOICE)
            .collect(
                Collectors.toMap(
                    ImportColumn::field,
                    column -> column.choices().stream().map(ImportChoice::code).toList()));
    assertThat(choices)
        .isEqualTo(
            Map.of(
                "subjectKind", names(SubjectKind.values()),
                "field", names(Field.values()),
                "nationalField", names(NationalField.values()),
                "registrationLevel", names(Level.values())));
  }

  @ParameterizedTest
  @CsvSource({
    "Tên mô hình, title",
    "TÊN MÔ HÌNH (*), title",
    "ten mo hinh, title",
    "subjectKind, subjectKind",
    "Kinh phí  (đồng), budgetVnd",
    "Số hộ, beneficiaries/households",
    "beneficiaries/people, beneficiaries/people",
    "Người phụ trách: chức vụ, responsiblePosition",
  })
  void headingsAreRecognisedAsPeopleWriteThem(String heading, String field) {
    assertThat(ModelTemplate.columnFor(heading)).map(ImportColumn::field).contains(field);
  }

  @Test
  void otherHeadingsAreNot() {
    assertThat(ModelTemplate.columnFor("Tên")).isEmpty();
    assertThat(ModelTemplate.columnFor("—")).isEmpty();
  }

  @Test
  void theWorkbookHasDataNotesAndCodesWithDropDowns() throws IOException {
    Map<String, String> parts = workbook();
    assertThat(parts.get("xl/workbook.xml"))
        .contains("name=\"Đăng ký mô hình\"", "name=\"Hướng dẫn\"", "name=\"Danh mục\"");
    String data = parts.get("xl/worksheets/sheet1.xml");
    assertThat(data).contains(">Mục tiêu, chỉ tiêu</t>", "VÍ DỤ: ", "state=\"frozen\"");
    assertThat(data.split("<dataValidation ", -1)).hasSize(1 + 5);
    assertThat(data)
        .contains("sqref=\"C2:C10001\"><formula1>'Danh mục'!$A$2:$A$4</formula1>")
        .contains("sqref=\"E2:E10001\"><formula1>'Danh mục'!$I$2:$I$3</formula1>");
    assertThat(parts.get("xl/worksheets/sheet3.xml"))
        .contains("Hộ gia đình", "HOUSEHOLD", "VP-KT", "Phòng Kinh tế ngành", "25-NQ/TW");
  }

  @Test
  void theCsvHasTheSameHeadingsAndExample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TemplateWriter.csv(out);
    assertThat(out.toString(UTF_8))
        .startsWith("\uFEFFSTT,Tên mô hình,Loại hình,\"Tên tập thể, cá nhân thực hiện\",")
        .contains("\r\n,\"VÍ DỤ: ", "| hồ sơ | 2.400\nMức độ");
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Map<String, String> workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TemplateWriter.xlsx(out, KNOWN);
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }
}
