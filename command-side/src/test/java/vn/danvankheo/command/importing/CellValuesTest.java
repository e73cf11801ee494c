package vn.danvankheo.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.command.importing.reading.TableFile;
import vn.danvankheo.events.vocabulary.Objective;

class CellValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.200; 1200",
        "1.250.000.000; 1250000000",
        "1 200; 1200",
        "1200; 1200",
        "1,5; 1.5",
        "98,25; 98.25",
        "1.200,5; 1200.5",
        "1.5; 1.5",
        "0.250; 0.250",
        "2,125; 2.125",
        "1,200.5; 1200.5",
        "1,200,000; 1200000",
        "-3; -3",
        "−3; -3",
        "+7; 7",
        "0; 0",
      })
  void numbersAreReadAsOfficesTypeThem(String typed, BigDecimal number) {
    assertThat(NumberText.decimal(typed))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "năm", "12a", "1.2.3", "1,2,3", "1..2", "--1", "1e5", "1.2000,5", "٣"})
  void whatIsNoNumberIsNotRead(String typed) {
    assertThat(NumberText.decimal(typed)).isEmpty();
  }

  @Test
  void wholeNumbersMayNameTheCurrencyButMustBeUnmistakable() {
    assertThat(NumberText.whole("45.000.000 đồng")).contains(45_000_000L);
    assertThat(NumberText.whole("45.000.000đ")).contains(45_000_000L);
    assertThat(NumberText.whole("5,0")).contains(5L);
    assertThat(NumberText.whole("12,500")).isEmpty();
    assertThat(NumberText.whole("1,5")).isEmpty();
    assertThat(NumberText.whole("99999999999999999999")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/3/2024",
        "01/03/2024",
        "01.03.2024",
        "1-3-2024",
        "1 / 3 / 2024",
        "2024-03-01",
        "2024-03-01T00:00:00",
        "2024-03-01 00:00:00",
        "2024/3/1",
        "ngày 01 tháng 3 năm 2024",
        "45352",
        "45352.75",
      })
  void daysAreReadAsOfficesTypeThem(String typed) {
    assertThat(DateText.day(typed, TableFile.DAY_ZERO)).contains(LocalDate.of(2024, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "31/2/2024",
        "29/2/2023",
        "3/25/2024",
        "1/3/24",
        "3/2024",
        "2024",
        "mai",
        "1/3/2024 08:30"
      })
  void impossibleOrDoubtfulDaysAreNotRead(String typed) {
    assertThat(DateText.day(typed, TableFile.DAY_ZERO)).isEmpty();
  }

  @Test
  void objectivesStandOnLinesOrBehindSemicolons() {
    List<Objective> expected =
        List.of(
            new Objective("Hộ; tổ ký cam kết", "hộ", new BigDecimal("1180")),
            new Objective("Mức độ hài lòng", "%", new BigDecimal("98.5")));
    assertThat(
            ObjectivesText.read(" Hộ; tổ ký cam kết | hộ | 1.180\n\nMức độ hài lòng|%| 98,5 %;\n")
                .objectives())
        .isEqualTo(expected);
    assertThat(ObjectivesText.read("Cây trồng | cây | 60; Buổi vệ sinh | buổi | 40").objectives())
        .extracting(Objective::indicator)
        .containsExactly("Cây trồng", "Buổi vệ sinh");
  }

  @ParameterizedTest
  @CsvSource({
    "Hộ ký cam kết 118, 1",
    "Hộ | hộ, 1",
    "Hộ | hộ | nhiều, 1",
    "'Hộ | hộ | 1\nTổ | 2', 2",
    "'Hộ | hộ | 1; Tổ | tổ | x', 2",
  })
  void objectivesOfAnotherFormAreToldByTheirNumber(String typed, int wrong) {
    assertThat(ObjectivesText.read(typed)).isEqualTo(new ObjectivesText.Read(List.of(), wrong));
  }
}
