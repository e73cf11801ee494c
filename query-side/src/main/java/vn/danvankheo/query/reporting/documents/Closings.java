package vn.danvankheo.query.reporting.documents;

/** Who signs what, in the words of the forms. */
final class Closings {
  static final Paper.Signature MAKER = new Paper.Signature("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)");
  static final Paper.Signature HEAD_OF_UNIT =
      new Paper.Signature("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu)");

  private Closings() {}
}
