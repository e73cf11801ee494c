package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BasisTest {
  private static final String PAPER =
      "'number':'12/QĐ','issuedOn':'2024-06-30','issuer':'UBND tỉnh'";

  private static @Nullable String of(String body) {
    return Basis.of(JsonMapper.shared().readValue(body.replace('\'', '"'), ObjectNode.class));
  }

  @Test
  void aDecisionOrABasisIsOne() {
    assertThat(of("{'decision':{" + PAPER + "}}")).isEqualTo("12/QĐ ngày 30/06/2024, UBND tỉnh");
    assertThat(of("{'basis':{'code':'13/2023/NĐ-CP','issuer':'Chính phủ'}}"))
        .isEqualTo("13/2023/NĐ-CP, Chính phủ");
  }

  @Test
  void aPlanRestsOnItsLegalBasesAndNotOnItself() {
    assertThat(of("{" + PAPER + ",'legalBases':[{'code':'03-KL/TU'},{'code':'33/CT-TTg'}]}"))
        .isEqualTo("03-KL/TU; 33/CT-TTg");
    assertThat(of("{'legalBases':['03-KL/TU']}")).isEqualTo("03-KL/TU");
    assertThat(of("{" + PAPER + "}")).isNull();
    assertThat(of("{}")).isNull();
  }
}
