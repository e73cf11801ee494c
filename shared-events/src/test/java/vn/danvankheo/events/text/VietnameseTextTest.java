package vn.danvankheo.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTest {
  @Test
  void cleaningComposesAndTrimsButKeepsTheExactWords() {
    assertThat(VietnameseText.clean("\uFEFF \u00A0De\u0302\u0301n  “4 xin”,\n4 luôn\u200B\t"))
        .isEqualTo("Đến  “4 xin”,\n4 luôn".replace("Đ", "D"));
    assertThat(VietnameseText.clean(" \u3000 ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Dân vận khéo, dan van kheo",
    "ĐẮK LẮK, dak lak",
    "Ðà Nẵng, da nang",
    "hoà bình, hòa bình",
    "Uỷ ban, Ủy ban",
    "kỹ năng, kĩ năng",
    "quý, quí",
    "quyết tâm, quiết tâm",
    "y tế, i tế",
    "Bắc Cạn, Bắc Kạn",
    "thành phố BẮC  CẠN 2024, Thành phố Bắc Kạn 2024",
    "xanh – sạch – đẹp, xanh - sạch - đẹp",
    "1500 m², 1500 m2",
    "“4 xin”, \"4 xin\"",
    "«4 xin», ’4 xin’",
    "người H’Mông, người HʼMông",
  })
  void spellingsOfTheSameWordsFoldAlike(String one, String other) {
    assertThat(VietnameseText.fold(one)).isEqualTo(VietnameseText.fold(other));
  }

  @ParameterizedTest
  @CsvSource({
    "tay, tai",
    "mây, mai",
    "thủy, thúi",
    "khuyên, khuiên",
    "Bắc căng, Bắc kang",
    "khéo, chéo",
    "mot hai, mothai",
  })
  void differentWordsStayDifferent(String one, String other) {
    assertThat(VietnameseText.fold(one)).isNotEqualTo(VietnameseText.fold(other));
  }

  @Test
  void foldedTextIsPlainAscii() {
    assertThat(VietnameseText.fold("  Câu lạc bộ hát Then,\tđàn Tính “Ba Bể” – Ưu ái Ỹ Ợ Ặ "))
        .isEqualTo("cau lac bo hat then, dan tinh \"ba be\" - uu ai i o a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Công sở xanh - sạch - đẹp",
        "Mô hình “Công sở xanh, sạch, đẹp”",
        "Dân vận khéo trong “công sở xanh – sạch – đẹp”",
        "MÔ HÌNH DÂN VẬN KHÉO NĂM 2024: CÔNG SỞ XANH SẠCH ĐẸP",
        "Dân vận khéo 2024 trong Công sở xanh sạch đẹp năm 2024",
        "trong \"công sở xanh-sạch-đẹp\" (2024-2025).",
      })
  void titlesThatOnlyDressTheSameNameCountAsDuplicates(String title) {
    assertThat(VietnameseText.titleKey(title)).isEqualTo("cong so xanh sach dep");
  }

  @ParameterizedTest
  @CsvSource({
    "Tổ dân vận thôn 1, Tổ dân vận thôn 2",
    "Tuyến phố 3 không, Tuyến phố 3 có",
    "Vận động hiến 1999 m² đất, Vận động hiến 1998 m² đất",
    "Nhà sạch trong bản, Nhà sạch bản",
  })
  void titlesThatNameDifferentThingsAreNoDuplicates(String one, String other) {
    assertThat(VietnameseText.titleKey(one)).isNotEqualTo(VietnameseText.titleKey(other));
  }

  @Test
  void aTitleOfNothingButLeadWordsKeepsAKey() {
    assertThat(VietnameseText.titleKey("Mô hình “Dân vận khéo”")).isEqualTo("mo hinh dan van kheo");
    assertThat(VietnameseText.titleKey("Năm 2024")).isEqualTo("nam 2024");
    assertThat(VietnameseText.titleKey("!?")).isEqualTo("!?");
  }

  @Test
  void aMisspeltTitleIsAlikeAndAnotherIsNot() {
    String title = "Chung tay cùng thôn Nà Pài xây dựng thôn đạt chuẩn nông thôn mới";
    TitleTrigrams known = TitleTrigrams.of(title);
    assertThat(isAlike(known, TitleTrigrams.of(title.replace("chuẩn ", "chuẩn xã ")))).isTrue();
    assertThat(isAlike(known, TitleTrigrams.of("Mô hình “" + title + "” năm 2025"))).isTrue();
    assertThat(isAlike(known, TitleTrigrams.of("Chung tay xây dựng thôn Nà Pài"))).isFalse();
    assertThat(similarity(title, "Ngày thứ Ba không hẹn")).isLessThan(0.2);
    assertThat(similarity("", "")).isZero();
  }

  @Test
  void similarityCountsTrigramsAsPostgresDoes() {
    // select similarity('word', 'two words') gives 0.36363637: 4 shared of 11
    assertThat(similarity("word", "two words")).isEqualTo(4 / 11d);
  }

  @Test
  void theAlphabetIsVietnamese() {
    List<String> expected =
        List.of(
            "", "1", "2", "9 xã", "10 xã", "099 xã", "a", "az", "ă", "ăz", "â", "âz", "b", "c",
            "ch", "d", "dz", "đ", "e", "ez", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
            "oz", "ô", "ôz", "ơ", "p", "q", "r", "s", "t", "u", "uz", "ư", "v", "w", "x", "y", "z",
            "я");
    assertThat(shuffledAndSorted(expected)).isEqualTo(expected);
  }

  @Test
  void tonesComeLastInTheirOrder() {
    List<String> expected =
        List.of(
            "ma", "mà", "mả", "mã", "má", "mạ", "ma bạ", "mạ ba", "mai", "mái", "măm", "mằm", "mặm",
            "mâm", "mấm", "mậm", "mb");
    assertThat(shuffledAndSorted(expected)).isEqualTo(expected);
  }

  @Test
  void titlesSortByTheirFirstWordNotTheirQuotationMark() {
    List<String> expected =
        List.of(
            "“Ánh sáng an ninh”",
            "Ăn sạch, ở sạch",
            "Bản Áng",
            "“Công sở” xanh",
            "Dân vận khéo",
            "Đường hoa",
            "Thôn 2",
            "Thôn 10",
            "Ứng xử văn minh");
    assertThat(shuffledAndSorted(expected)).isEqualTo(expected);
  }

  @Test
  void caseAndTheToneMarksPlaceDoNotMatterInSorting() {
    assertThat(VietnameseText.sortKey("HOÀ BÌNH")).isEqualTo(VietnameseText.sortKey("hòa bình"));
  }

  private static List<String> shuffledAndSorted(List<String> words) {
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(Comparator.comparing(VietnameseText::sortKey));
    return shuffled;
  }

  private static double similarity(String one, String other) {
    return TitleTrigrams.of(one).similarity(TitleTrigrams.of(other));
  }

  private static boolean isAlike(TitleTrigrams one, TitleTrigrams other) {
    return one.similarity(other) >= TitleTrigrams.ALIKE;
  }
}
