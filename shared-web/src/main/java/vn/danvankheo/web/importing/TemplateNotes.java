package vn.danvankheo.web.importing;

import java.util.List;

/** What people are told before they fill in the form. */
final class TemplateNotes {
  static final List<String> GENERAL =
      List.of(
          "1. Mỗi dòng là một mô hình. Cột tô vàng là bắt buộc.",
          "2. Dòng ví dụ được bỏ qua khi nhập; có thể xóa hoặc ghi đè.",
          "3. Có thể đổi thứ tự cột, bỏ cột không dùng, để dòng trống; không đổi tên cột.",
          "4. Ngày viết 01/03/2024, 1.3.2024 hoặc 2024-03-01.",
          "5. Số viết 1.200 hoặc 1200; phần lẻ viết 1,5.",
          "6. Không dùng công thức và ô gộp; dán dưới dạng giá trị.",
          "7. Dùng phông chữ Unicode (ví dụ Times New Roman). Chữ TCVN3 (ABC), VNI được chuyển khi"
              + " nhận ra chắc chắn, nếu không thì bị từ chối.",
          "8. Nên nhập thử trước: hệ thống báo lỗi theo từng ô mà không ghi gì.");

  private TemplateNotes() {}
}
