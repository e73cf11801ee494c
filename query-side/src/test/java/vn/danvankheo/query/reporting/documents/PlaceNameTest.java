package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {
  @ParameterizedTest
  @CsvSource({
    "Ủy ban nhân dân tỉnh Bắc Kạn, Bắc Kạn",
    "Văn phòng UBND tỉnh Thái Nguyên, Thái Nguyên",
    "Tỉnh ủy Bắc Kạn, Bắc Kạn",
    "UBND huyện Chợ Đồn, Chợ Đồn",
    "Ủy ban nhân dân thành phố Bắc Kạn, Bắc Kạn",
    "Xã Quang Thuận, Quang Thuận",
    "Đảng ủy Văn phòng UBND tỉnh Bắc Kạn và các cơ quan, Bắc Kạn",
  })
  void thePlaceIsThatOfTheProvinceDistrictOrCommune(String unit, String place) {
    assertThat(PlaceName.of(unit)).isEqualTo(place);
  }

  @Test
  void aUnitWithoutOneTakesThatAboveIt() {
    assertThat(
            PlaceName.of("Trung tâm Phục vụ hành chính công tỉnh", "Văn phòng UBND tỉnh Bắc Kạn"))
        .isEqualTo("Bắc Kạn");
    assertThat(PlaceName.of("Chi bộ 1", null)).isEqualTo("…");
  }

  @Test
  void aLongNameBreaksBeforeItsPlace() {
    assertThat(PlaceName.heading("Ủy ban nhân dân tỉnh Bắc Kạn"))
        .isEqualTo("ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN");
    assertThat(PlaceName.heading("Tỉnh ủy Bắc Kạn")).isEqualTo("TỈNH ỦY BẮC KẠN");
    String longer = "Ban Chỉ đạo phong trào “Dân vận khéo” các xã, phường, thị trấn vùng cao";
    assertThat(PlaceName.heading(longer)).doesNotContain("\n").endsWith("THỊ TRẤN VÙNG CAO");
  }
}
