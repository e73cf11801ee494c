package vn.danvankheo.benchmarks.generator;

import java.util.List;
import java.util.Random;

/** Texts as officials write them: some sentences out of many, with figures of their own. */
final class Texts {
  private static final List<String> SENTENCES =
      List.of(
          "Tổ dân vận thôn phân công từng thành viên phụ trách %d hộ, mỗi tháng đến tận nhà nghe"
              + " dân nói và ghi vào sổ theo dõi.",
          "Chi bộ ra nghị quyết chuyên đề, đảng viên làm trước, vận động %d hộ trong khu dân cư"
              + " cùng làm theo.",
          "Ban công tác Mặt trận họp dân lấy ý kiến %d lượt người, công khai mức đóng góp tại nhà"
              + " văn hóa trước khi thực hiện.",
          "Nhân dân tự nguyện hiến %d m² đất, tháo dỡ tường rào, góp ngày công mở rộng đường liên"
              + " thôn.",
          "Hội Phụ nữ duy trì %d nhóm thu gom, phân loại rác thải tại nguồn, đổi rác lấy cây xanh"
              + " vào chủ nhật cuối tháng.",
          "Đoàn Thanh niên hướng dẫn %d lượt người cao tuổi cài đặt định danh điện tử và nộp hồ sơ"
              + " dịch vụ công trực tuyến.",
          "Bộ phận một cửa giải quyết %d hồ sơ trước hạn, gọi điện xin lỗi khi chậm và hẹn lại ngày"
              + " trả cụ thể.",
          "Tổ hòa giải tiếp nhận %d vụ việc mâu thuẫn nhỏ, hòa giải thành ngay tại cơ sở, không để"
              + " đơn thư vượt cấp.",
          "Già làng, người có uy tín tuyên truyền bằng tiếng Tày, tiếng Dao cho %d hộ ở ba thôn vùng"
              + " cao.",
          "Lực lượng công an xã lắp %d mắt camera an ninh từ nguồn xã hội hóa, nhân dân cùng quản lý"
              + " và bảo vệ.",
          "Hợp tác xã bao tiêu sản phẩm cho %d hộ trồng dong riềng, chuyển giao kỹ thuật qua lớp học"
              + " trên đồng ruộng.",
          "Nhà trường phối hợp với phụ huynh đưa %d em có nguy cơ bỏ học trở lại lớp, nấu ăn bán trú"
              + " bằng rau tự trồng.",
          "Cán bộ xã ba cùng với dân: cùng ăn, cùng ở, cùng làm, giúp %d hộ nghèo sửa nhà trước mùa"
              + " mưa bão.",
          "Quỹ khuyến học dòng họ trao %d suất học bổng, biểu dương ông bà, cha mẹ mẫu mực trong ngày"
              + " hội đại đoàn kết.");

  private Texts() {}

  static String of(Random random, int sentences) {
    StringBuilder text = new StringBuilder(sentences * 150);
    for (int i = 0; i < sentences; i++) {
      text.append(text.isEmpty() ? "" : " ").append(sentence(random));
    }
    return text.toString();
  }

  private static String sentence(Random random) {
    return one(random, SENTENCES).replace("%d", Integer.toString(1 + random.nextInt(900)));
  }

  static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
