package vn.danvankheo.web.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.danvankheo.web.importing.ImportColumn.Kind;

/** The columns of the form by which models are registered from a file, in the usual order. */
public final class ModelTemplate {
  /** The words that begin the example row's title, by which an import leaves that row out. */
  public static final String EXAMPLE_MARK = "VÍ DỤ: ";

  private static final List<ImportColumn> COLUMNS =
      Stream.of(
              column("", "STT", Kind.IGNORED, 6)
                  .note("Số thứ tự, không bắt buộc; cột “Ghi chú” nếu có cũng không được đọc.")
                  .also("TT", "Số TT", "Ghi chú"),
              text("title", "Tên mô hình", 40)
                  .required("5 đến 300 ký tự, ngắn gọn, nói rõ nội dung.")
                  .also("Tên mô hình, điển hình", "Tên điển hình")
                  .example(
                      EXAMPLE_MARK + "Ngày thứ Ba không hẹn, giải quyết hồ sơ ngay trong ngày"),
              choice("subjectKind", "Loại hình", 14, ImportChoices.SUBJECT_KINDS)
                  .required("Chọn trong danh sách: Tập thể, Cá nhân hoặc Hộ gia đình.")
                  .also("Loại hình (tập thể/cá nhân)", "Tập thể/cá nhân")
                  .example("Tập thể"),
              text("subjectName", "Tên tập thể, cá nhân thực hiện", 30)
                  .required("2 đến 200 ký tự.")
                  .also("Tập thể/cá nhân thực hiện", "Tên tập thể/cá nhân thực hiện")
                  .example("Trung tâm Phục vụ hành chính công tỉnh"),
              column("unitCode", "Mã đơn vị đăng ký", Kind.CODE, 16)
                  .required("Mã của chi bộ, phòng, ban, đơn vị đăng ký, ví dụ VP-TTHCC.")
                  .also("Đơn vị đăng ký", "Mã đơn vị", "Đơn vị đăng ký (chi bộ, phòng, ban)")
                  .example("VP-TTHCC"),
              column("year", "Năm", Kind.INTEGER, 8)
                  .required("Năm đăng ký, bốn chữ số.")
                  .also("Năm đăng ký")
                  .example("2024"),
              choice("field", "Lĩnh vực", 34, ImportChoices.FIELDS)
                  .required("Chọn đúng một lĩnh vực theo kế hoạch.")
                  .example(ImportChoices.FIELDS.get(1).label()),
              choice("nationalField", "Lĩnh vực theo Trung ương", 22, ImportChoices.NATIONAL_FIELDS)
                  .note("Chọn trong danh sách nếu cần báo cáo theo Trung ương."),
              choice("registrationLevel", "Cấp đăng ký", 16, ImportChoices.LEVELS)
                  .note("Chọn trong danh sách."),
              text("rationale", "Thực trạng, lý do xây dựng", 40)
                  .note("Đến 5.000 ký tự.")
                  .also("Thực trạng", "Lý do xây dựng"),
              text("content", "Nội dung thực hiện", 50)
                  .required("20 đến 10.000 ký tự.")
                  .also("Nội dung", "Nội dung chủ yếu")
                  .example(
                      "Vào thứ Ba hằng tuần, tiếp nhận và trả kết quả ngay trong ngày đối với danh mục"
                          + " thủ tục hành chính đơn giản; bố trí cán bộ hướng dẫn người cao tuổi."),
              column("objectives", "Mục tiêu, chỉ tiêu", Kind.OBJECTIVES, 44)
                  .required(
                      "1 đến 20 chỉ tiêu, mỗi chỉ tiêu một dòng trong ô (Alt+Enter) theo mẫu: chỉ tiêu |"
                          + " đơn vị tính | giá trị. Nếu viết trên một dòng thì ngăn cách bằng dấu chấm"
                          + " phẩy.")
                  .also("Mục tiêu", "Chỉ tiêu")
                  .example(
                      "Hồ sơ trả kết quả trong ngày | hồ sơ | 2.400\n"
                          + "Mức độ hài lòng của người dân, tổ chức | % | 98,5"),
              text("solutions", "Giải pháp, cách thức thực hiện", 44)
                  .note("Đến 10.000 ký tự.")
                  .also("Giải pháp")
                  .example(
                      "Cắt giảm bước trung gian; niêm yết danh mục; luân phiên lãnh đạo trực."),
              text("outputs", "Sản phẩm, kết quả đầu ra", 30)
                  .note("Đến 2.000 ký tự.")
                  .also("Sản phẩm"),
              text("sustainability", "Khả năng duy trì, nhân rộng", 30).note("Đến 2.000 ký tự."),
              column("startsOn", "Từ ngày", Kind.DATE, 13)
                  .required("Ngày/tháng/năm, ví dụ 01/03/2024.")
                  .also("Thời gian bắt đầu", "Ngày bắt đầu")
                  .example("01/03/2024"),
              column("endsOn", "Đến ngày", Kind.DATE, 13)
                  .required("Ngày/tháng/năm, không trước ngày bắt đầu.")
                  .also("Thời gian kết thúc", "Ngày kết thúc")
                  .example("31/12/2024"),
              text("location", "Địa điểm", 30)
                  .required("2 đến 300 ký tự.")
                  .example("Trung tâm Phục vụ hành chính công tỉnh Bắc Kạn"),
              text("scope", "Phạm vi, đối tượng", 30).note("Đến 1.000 ký tự.").also("Phạm vi"),
              column("coordinatingUnits", "Đơn vị phối hợp", Kind.LIST, 28)
                  .note(
                      "Đến 20 đơn vị (mã hoặc tên), mỗi đơn vị một dòng hoặc cách nhau dấu chấm phẩy."),
              column("beneficiaries/households", "Số hộ thụ hưởng", Kind.INTEGER, 12)
                  .note("Số nguyên không âm.")
                  .also("Số hộ"),
              column("beneficiaries/people", "Số người thụ hưởng", Kind.INTEGER, 12)
                  .note("Số nguyên không âm.")
                  .also("Số người")
                  .example("3.100"),
              column("budgetVnd", "Kinh phí dự kiến (đồng)", Kind.INTEGER, 18)
                  .note("Số nguyên đồng, không ghi đơn vị.")
                  .also("Kinh phí", "Kinh phí (đồng)", "Kinh phí dự kiến")
                  .example("45.000.000"),
              text("responsiblePosition", "Chức vụ người phụ trách", 24)
                  .required("2 đến 200 ký tự.")
                  .also("Người phụ trách: chức vụ", "Người phụ trách (chức vụ)", "Chức vụ")
                  .example("Giám đốc Trung tâm"),
              text("responsiblePerson", "Họ tên người phụ trách", 24)
                  .note("Chỉ ghi khi cần; là dữ liệu cá nhân.")
                  .also("Người phụ trách", "Người phụ trách: họ tên"),
              column("contactPhone", "Điện thoại liên hệ", Kind.PHONE, 16)
                  .note("Chỉ ghi khi cần; là dữ liệu cá nhân.")
                  .also("Điện thoại", "Số điện thoại"),
              column("legalBases", "Căn cứ", Kind.LIST, 20)
                  .note("Số, ký hiệu văn bản trong kế hoạch, mỗi căn cứ một dòng.")
                  .also("Căn cứ pháp lý"),
              column("focusTasks", "Nhiệm vụ trọng tâm", Kind.LIST, 20)
                  .note("Mã nhiệm vụ trọng tâm trong kế hoạch, mỗi mã một dòng.")
                  .also("Gắn với nhiệm vụ trọng tâm"),
              column("registeredOn", "Ngày đăng ký", Kind.DATE, 13)
                  .note("Ngày nhận hồ sơ giấy khi nhập lại hồ sơ cũ; để trống là hôm nay.")
                  .also("Ngày nhận hồ sơ"),
              text("reason", "Lý do đăng ký bổ sung", 30)
                  .note(
                      "Bắt buộc khi quá hạn đăng ký của kế hoạch hoặc ngày đăng ký trước hôm nay."))
          .map(ColumnBuilder::build)
          .toList();

  private static final Map<String, ImportColumn> BY_HEADING = byHeading();

  private ModelTemplate() {}

  /**
   * The columns.
   *
   * @return in the form's order
   */
  public static List<ImportColumn> columns() {
    return COLUMNS;
  }

  /**
   * The column that a heading names.
   *
   * @param heading as found in a file, in whatever case, with or without diacritics
   * @return empty when the form has no such column
   */
  public static Optional<ImportColumn> columnFor(String heading) {
    return Optional.ofNullable(BY_HEADING.get(ImportColumn.headingKey(heading)));
  }

  private static Map<String, ImportColumn> byHeading() {
    Map<String, ImportColumn> found = new HashMap<>();
    for (ImportColumn column : COLUMNS) {
      for (String key : column.headingKeys()) {
        ImportColumn other = found.put(key, column);
        if (other != null && other != column) {
          throw new IllegalStateException("Two columns are headed " + key);
        }
      }
    }
    return Map.copyOf(found);
  }

  private static ColumnBuilder column(String field, String heading, Kind kind, int width) {
    return new ColumnBuilder(field, heading, kind, width, List.of());
  }

  private static ColumnBuilder text(String field, String heading, int width) {
    return column(field, heading, Kind.TEXT, width);
  }

  private static ColumnBuilder choice(
      String field, String heading, int width, List<ImportChoice> choices) {
    return new ColumnBuilder(field, heading, Kind.CHOICE, width, choices);
  }
}
