package vn.danvankheo.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VietnameseTextPropertyTest {
  private static final String LETTERS =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

  @Provide
  Arbitrary<String> vietnamese() {
    String typed = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + "0123456789  \"“”’'-–,.()\u00A0";
    return Arbitraries.strings().withChars(typed.toCharArray()).ofMaxLength(40);
  }

  @Property
  void composedAndDecomposedInputAreTheSame(@ForAll("vietnamese") String text) {
    String composed = Normalizer.normalize(text, Form.NFC);
    String decomposed = Normalizer.normalize(text, Form.NFD);
    assertThat(VietnameseText.clean(decomposed)).isEqualTo(VietnameseText.clean(composed));
    assertThat(VietnameseText.fold(decomposed)).isEqualTo(VietnameseText.fold(composed));
    assertThat(VietnameseText.titleKey(decomposed)).isEqualTo(VietnameseText.titleKey(composed));
    assertThat(VietnameseText.sortKey(decomposed)).isEqualTo(VietnameseText.sortKey(composed));
  }

  @Property
  void aTextFoldsAsItsCompatibleDecompositionDoes(@ForAll String text) {
    assertThat(VietnameseText.fold(Normalizer.normalize(text, Form.NFKD)))
        .isEqualTo(VietnameseText.fold(text));
  }

  @Property
  void everyFormIsReachedInOneStep(@ForAll String text) {
    String clean = VietnameseText.clean(text);
    assertThat(VietnameseText.clean(clean)).isEqualTo(clean);
    String folded = VietnameseText.fold(text);
    assertThat(VietnameseText.fold(folded)).isEqualTo(folded);
    String key = VietnameseText.titleKey(text);
    assertThat(VietnameseText.titleKey(key)).isEqualTo(key);
  }

  @Property
  void vietnameseFoldsToAsciiInAnyCase(@ForAll("vietnamese") String text) {
    String folded = VietnameseText.fold(text);
    assertThat(folded).matches("[a-z0-9 \"',.()-]*").doesNotContain("  ");
    assertThat(VietnameseText.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(folded);
  }

  @Property
  void cleaningLosesNoWord(@ForAll("vietnamese") String text) {
    assertThat(VietnameseText.clean("x" + text + "x"))
        .isEqualTo("x" + Normalizer.normalize(text, Form.NFC) + "x");
  }

  @Property
  void wordsThatDifferInALetterSortByTheAlphabetWhateverFollows(
      @ForAll("letter") String one,
      @ForAll("letter") String other,
      @ForAll("vietnamese") String tail,
      @ForAll("vietnamese") String otherTail) {
    String alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
    int expected = Integer.compare(alphabet.indexOf(one), alphabet.indexOf(other));
    if (expected != 0) {
      int actual =
          compareBytes(
              VietnameseText.sortKey(one + tail), VietnameseText.sortKey(other + otherTail));
      assertThat(Integer.signum(actual)).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<String> letter() {
    return Arbitraries.of("aăâbcdđeêghiklmnoôơpqrstuưvxy".split(""));
  }

  @Property
  void similarityIsSymmetricAndOneForTheSame(
      @ForAll("vietnamese") String one, @ForAll("vietnamese") String other) {
    double similarity = VietnameseText.similarity(one, other);
    assertThat(similarity).isBetween(0d, 1d).isEqualTo(VietnameseText.similarity(other, one));
    assertThat(VietnameseText.similarity("mới " + one, "MỚI " + one)).isEqualTo(1d);
  }

  private static int compareBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
