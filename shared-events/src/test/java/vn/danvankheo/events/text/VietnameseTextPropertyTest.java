package vn.danvankheo.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VietnameseTextPropertyTest {
  private static final String LETTERS =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

  private static final String[] WORDS =
      ("ngày thứ ba không hẹn tổ tự quản thu gom rác thải xây dựng nông thôn mới đường hoa thắp sáng"
              + " quê chung tay hiến đất làm tuyến phố camera an ninh câu lạc bộ hát then đàn tính"
              + " công sở xanh sạch đẹp giúp nhau giảm nghèo bản Nà Pài Ba Bể Chợ Đồn Quang Thuận")
          .split(" ");

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
    double similarity = similarity(one, other);
    assertThat(similarity).isBetween(0d, 1d).isEqualTo(similarity(other, one));
    assertThat(similarity("mới " + one, "MỚI " + one)).isEqualTo(1d);
  }

  @Provide
  Arbitrary<List<String>> title() {
    return Arbitraries.strings()
        .withChars(LETTERS.toCharArray())
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(16);
  }

  @Property
  void aTitleIsFoundHoweverItIsTyped(@ForAll("title") List<String> words, @ForAll long seed) {
    String title = String.join(" ", words);
    int[] marks = TitleTrigrams.of(title).marks();
    String decomposed = Normalizer.normalize(title, Form.NFD);
    String plain = decomposed.replaceAll("\\p{M}", "").replace('đ', 'd');
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, new Random(seed));
    for (String typed :
        List.of(
            decomposed,
            plain,
            title.toUpperCase(Locale.ROOT),
            "Mô hình “Dân vận khéo” trong “" + title + "”",
            String.join(" – ", shuffled))) {
      TitleTrigrams trigrams = TitleTrigrams.of(typed);
      assertThat(isAlike(trigrams, TitleTrigrams.of(title))).as(typed).isTrue();
      assertThat(trigrams.marks()).as(typed).isEqualTo(marks);
    }
  }

  /** One of 600 may be missed where titles are just alike enough, hardly any above. */
  @Property(tries = 20)
  void alikeTitlesShareAMark(@ForAll long seed) {
    Random random = new Random(seed);
    int alike = 0;
    int missed = 0;
    for (int i = 0; i < 1_000; i++) {
      List<String> words = words(random);
      TitleTrigrams one = TitleTrigrams.of(String.join(" ", words));
      words.set(random.nextInt(words.size()), words(random).get(0));
      TitleTrigrams other = TitleTrigrams.of(String.join(" ", words));
      if (isAlike(one, other)) {
        alike++;
        missed += share(one, other) ? 0 : 1;
      }
    }
    assertThat(alike).isGreaterThan(100);
    assertThat(missed).isLessThanOrEqualTo(10);
  }

  /** Otherwise every title of a hundred thousand would be compared. */
  @Property(tries = 20)
  void fewOtherTitlesShareAMark(@ForAll long seed) {
    Random random = new Random(seed);
    TitleTrigrams one = TitleTrigrams.of(String.join(" ", words(random)));
    int shared = 0;
    for (int i = 0; i < 1_000; i++) {
      shared += share(one, TitleTrigrams.of(String.join(" ", words(random)))) ? 1 : 0;
    }
    assertThat(shared).isLessThan(50);
  }

  private static boolean share(TitleTrigrams one, TitleTrigrams other) {
    Set<Integer> marks = Arrays.stream(one.marks()).boxed().collect(Collectors.toSet());
    return Arrays.stream(other.marks()).anyMatch(marks::contains);
  }

  private static List<String> words(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 6 + random.nextInt(8); i > 0; i--) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return words;
  }

  private static int compareBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static double similarity(String one, String other) {
    return TitleTrigrams.of(one).similarity(TitleTrigrams.of(other));
  }

  private static boolean isAlike(TitleTrigrams one, TitleTrigrams other) {
    return one.similarity(other) >= TitleTrigrams.ALIKE;
  }
}
