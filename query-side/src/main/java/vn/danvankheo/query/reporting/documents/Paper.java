package vn.danvankheo.query.reporting.documents;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A paper before it has a format.
 *
 * @param head what stands above the title
 * @param title what it is and about what, line by line; one in brackets tells what it goes with
 * @param blocks its text, a paragraph last
 * @param closing who gets it and who signs it
 * @param appendices its tables, each on pages of its own, signed by who made them; those without
 *     rows are not printed, but are sheets of a workbook
 * @param attached such as {@code (Kèm theo Báo cáo số …)}, under the title of each appendix
 * @param foot what proves it
 */
record Paper(
    Head head,
    List<String> title,
    List<Block> blocks,
    Closing closing,
    List<Sheet> appendices,
    String attached,
    Foot foot) {

  /**
   * The head that the decree asks for.
   *
   * @param superior the body above the issuing one
   * @param issuer the issuing body
   * @param number such as {@code Số: 45/BC-VP}; null where there is none
   * @param placeAndDay such as {@code Bắc Kạn, ngày 16 tháng 12 năm 2024}; null where it stands at
   *     the end
   */
  record Head(
      @Nullable String superior,
      String issuer,
      @Nullable String number,
      @Nullable String placeAndDay) {}

  /**
   * Whether no page begins after a block: it announces the next one, or whoever signs would sign a
   * page without text.
   */
  boolean isKept(int block) {
    if (block + 1 == blocks.size()) {
      return true;
    }
    return blocks.get(block) instanceof Text text
        && (blocks.get(block + 1) instanceof Table || text.words().endsWith(":"));
  }

  /** The appendices that have something to sign. */
  List<Sheet> printed() {
    return appendices.stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
  }

  /** Whether a line of the title tells what the paper goes with. */
  static boolean isAttached(String titleLine) {
    return titleLine.startsWith("(");
  }

  /** A piece of text, or a table among the text. */
  sealed interface Block permits Text, Table {}

  /**
   * Words.
   *
   * @param level 1 for a part, 2 for a section, 0 for a paragraph
   * @param words the words
   */
  record Text(int level, String words) implements Block {}

  /**
   * A table among the text.
   *
   * @param sheet the table; its titles are not shown
   */
  record Table(Sheet sheet) implements Block {}

  /**
   * The end of the text.
   *
   * @param left who signs on the left; null when nobody does
   * @param right who signs on the right
   * @param recipients who gets it, line by line; empty when nobody is named
   */
  record Closing(@Nullable Signature left, Signature right, List<String> recipients) {}

  /**
   * Where somebody signs.
   *
   * @param position as whom, in capitals
   * @param how such as {@code (Ký, đóng dấu)}; null when nothing is said
   */
  record Signature(String position, @Nullable String how) {}

  /**
   * What proves a paper.
   *
   * @param lines at the end of the text, line by line; none when it is not proven
   * @param eachPage the same in short, at the foot of each page
   * @param address where it can be checked; null when there is no such page
   */
  record Foot(List<String> lines, String eachPage, @Nullable String address) {
    static final Foot NONE = new Foot(List.of(), "", null);
  }

  /**
   * A table.
   *
   * @param name short, for a tab
   * @param title its title
   * @param columns headings
   * @param rows cells: texts, whole numbers, decimals, days, or null
   * @param charts what it shows beneath the rows
   */
  record Sheet(
      String name,
      String title,
      List<String> columns,
      List<? extends List<? extends @Nullable Object>> rows,
      List<Chart> charts) {
    static Sheet of(
        String name,
        String title,
        List<String> columns,
        List<? extends List<? extends @Nullable Object>> rows) {
      return new Sheet(name, title, columns, rows, List.of());
    }

    /** The same with charts beneath, but for those that would show nothing. */
    Sheet with(Chart... shown) {
      List<Chart> some = Stream.of(shown).filter(chart -> !chart.groups().isEmpty()).toList();
      return new Sheet(name, title, columns, rows, some);
    }
  }

  /**
   * Bars in groups.
   *
   * @param title what is shown
   * @param series what each bar of a group counts, one or two
   * @param groups from the top
   */
  record Chart(String title, List<String> series, List<Group> groups) {}

  /**
   * The bars of one thing.
   *
   * @param label the thing
   * @param values one for each series, 0 or more
   */
  record Group(String label, List<Integer> values) {}
}
