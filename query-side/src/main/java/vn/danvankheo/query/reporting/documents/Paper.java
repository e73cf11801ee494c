package vn.danvankheo.query.reporting.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper before it has a format.
 *
 * @param superior the body above the issuing one
 * @param issuer the issuing body
 * @param number number and symbol; null while it is a draft
 * @param placeAndDay such as {@code Bắc Kạn, ngày 16 tháng 12 năm 2024}
 * @param title what it is and about what, line by line
 * @param blocks its text
 * @param signer the signer's position; null while it is a draft
 * @param appendices its tables
 * @param foot what proves it, line by line
 */
record Paper(
    @Nullable String superior,
    String issuer,
    @Nullable String number,
    String placeAndDay,
    List<String> title,
    List<Block> blocks,
    @Nullable String signer,
    List<Sheet> appendices,
    List<String> foot) {

  /**
   * A piece of text.
   *
   * @param level 1 for a part, 2 for a section, 0 for a paragraph
   * @param text the words
   */
  record Block(int level, String text) {}

  /**
   * A table.
   *
   * @param name short, for a tab
   * @param title its title
   * @param columns headings
   * @param rows cells: texts, whole numbers, decimals, days, or null
   */
  record Sheet(
      String name,
      String title,
      List<String> columns,
      List<? extends List<? extends @Nullable Object>> rows) {}
}
