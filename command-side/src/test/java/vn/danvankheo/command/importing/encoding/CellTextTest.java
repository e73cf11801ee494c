package vn.danvankheo.command.importing.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.importing.encoding.CellText.Verdict.BROKEN;
import static vn.danvankheo.command.importing.encoding.CellText.Verdict.DOUBTFUL;
import static vn.danvankheo.command.importing.encoding.CellText.Verdict.SOUND;
import static vn.danvankheo.command.importing.encoding.LegacyAlphabet.TCVN3;
import static vn.danvankheo.command.importing.encoding.LegacyAlphabet.VNI;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = LegacySamples.TEXTS)
  void legacyTextInAUnicodeCellIsConverted(String unicode, String tcvn3, String vni) {
    assertThat(CellText.of(tcvn3)).isEqualTo(new CellText(unicode, SOUND, TCVN3));
    assertThat(CellText.of(vni)).isEqualTo(new CellText(unicode, SOUND, VNI));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = LegacySamples.TEXTS)
  void unicodeIsLeftAloneComposedOrNot(String unicode) {
    assertThat(CellText.of(unicode)).isEqualTo(new CellText(unicode, SOUND, null));
    assertThat(CellText.of(Normalizer.normalize(unicode, Normalizer.Form.NFD)))
        .isEqualTo(new CellText(unicode, SOUND, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.500 m²",
        "5µm",
        "3 × 4 = 12",
        "© 2024 OCOP®",
        "§ 5, ± 2 °C, ½",
        "café, São Paulo, Zürich, niño, naïve, José",
        "Hà, Xá, Cò, Bé",
        "hoà, hòa; uỷ, ủy; thuý, thúy",
        "Đắk Lắk, Krông Nô, Phja Khao, Bjoóc",
        "Có làm không? Làm thế nào?",
        "https://vi.example/a?b=c&d?e",
        "“Bốn xin, bốn luôn” – «khéo»",
        "QyĐ, HĐND, MTTQ, TTg",
      })
  void whatIsNoLegacyTextStaysAsItIs(String text) {
    assertThat(CellText.of(text)).isEqualTo(new CellText(text, SOUND, null));
  }

  @ParameterizedTest
  @CsvSource({
    "UBND tØnh B¾c K¹n, UBND tỉnh Bắc Kạn",
    "C«NG T¸C L·NH ®¹O, CÔNG TÁC LÃNH ĐẠO",
    "X¢Y DùNG d©n vËn khÐo §¹O, XÂY DỰNG dân vận khéo ĐẠO",
  })
  void capitalsThatOnlyTheFontMadeComeBack(String tcvn3, String unicode) {
    assertThat(CellText.of(tcvn3)).isEqualTo(new CellText(unicode, SOUND, TCVN3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tæng", // tổng by TCVN3, tỉng by VNI
        "Löu", // lửu by TCVN3, lưu by VNI
        "Xây dựng m« h×nh", // half of it Unicode
        "M« h×nh Moâ hình",
      })
  void whatCouldBeEitherIsNotGuessed(String text) {
    assertThat(CellText.of(text).verdict()).isEqualTo(DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MÃ´ hÃ¬nh", // UTF-8 read as Western European
        "D?n v?n kh?o",
        "D\uFFFDn vận",
        "M\u0090 hình",
      })
  void whatLostItsLettersIsBroken(String text) {
    assertThat(CellText.of(text).verdict()).isEqualTo(BROKEN);
  }

  @ParameterizedTest
  @CsvSource({"chi bé, TCVN3, chi bộ", "Tæng, TCVN3, Tổng", "Löu, VNI, Lưu", "xaõ, VNI, xã"})
  void whatCouldBeEitherIsReadAsItsNeighbours(
      String text, LegacyAlphabet alphabet, String unicode) {
    assertThat(CellText.of(text).beside(alphabet))
        .isEqualTo(new CellText(unicode, SOUND, alphabet));
  }

  @ParameterizedTest
  @CsvSource({"Hà Giang, TCVN3", "Bắc Kạn, TCVN3", "Nam, VNI", "D\uFFFDn, VNI"})
  void whatCannotBeLegacyIsNotReadAsItsNeighbours(String text, LegacyAlphabet alphabet) {
    CellText alone = CellText.of(text);
    assertThat(alone.beside(alphabet)).isEqualTo(alone);
  }
}
