package vn.danvankheo.web.importing;

import static vn.danvankheo.events.vocabulary.Field.ADMINISTRATIVE_REFORM;
import static vn.danvankheo.events.vocabulary.Field.CULTURE_COMMUNITY_AND_DEVELOPMENT;
import static vn.danvankheo.events.vocabulary.Field.NEW_RURAL_AND_URBAN;
import static vn.danvankheo.events.vocabulary.Field.PARTY_AND_POLITICAL_SYSTEM;

import java.util.List;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** What the form's cells choose from, in the words of the plan. */
final class ImportChoices {
  static final List<ImportChoice> SUBJECT_KINDS =
      List.of(
          choice(SubjectKind.COLLECTIVE, "Tập thể"),
          choice(SubjectKind.INDIVIDUAL, "Cá nhân"),
          choice(SubjectKind.HOUSEHOLD, "Hộ gia đình"));

  static final List<ImportChoice> FIELDS =
      List.of(
          choice(PARTY_AND_POLITICAL_SYSTEM, "Xây dựng Đảng, chính quyền, MTTQ, đoàn thể"),
          choice(ADMINISTRATIVE_REFORM, "Cải cách hành chính, xây dựng công sở"),
          choice(NEW_RURAL_AND_URBAN, "Xây dựng nông thôn mới, đô thị văn minh"),
          choice(
              CULTURE_COMMUNITY_AND_DEVELOPMENT,
              "Văn hóa, cộng đồng, du lịch, phát triển kinh tế - xã hội"));

  static final List<ImportChoice> NATIONAL_FIELDS =
      List.of(
          choice(NationalField.ECONOMY, "Kinh tế"),
          choice(NationalField.CULTURE_SOCIETY, "Văn hóa - xã hội"),
          choice(NationalField.DEFENCE_SECURITY, "Quốc phòng - an ninh"),
          choice(NationalField.POLITICAL_SYSTEM, "Xây dựng hệ thống chính trị"));

  static final List<ImportChoice> LEVELS =
      List.of(
          choice(Level.OFFICE, "Cấp cơ quan, văn phòng"),
          choice(Level.COMMUNE, "Cấp xã"),
          choice(Level.DISTRICT, "Cấp huyện"),
          choice(Level.PROVINCE, "Cấp tỉnh"),
          choice(Level.CENTRAL, "Cấp Trung ương"));

  private ImportChoices() {}

  private static ImportChoice choice(Enum<?> value, String label) {
    return new ImportChoice(value.name(), label);
  }
}
