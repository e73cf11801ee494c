package vn.danvankheo.web.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockPart;

class UploadTest {
  private static String name(@Nullable String submitted) {
    return Upload.name(new MockPart("file", submitted, new byte[0]));
  }

  @Test
  void namesKeepTheirWordsWithoutFolders() {
    assertThat(name("Biên bản số 12.pdf")).isEqualTo("Biên bản số 12.pdf");
    assertThat(name("Bie\u0302n ba\u0309n.pdf")).isEqualTo("Biên bản.pdf");
    assertThat(name("C:\\giấy tờ\\a.pdf")).isEqualTo("a.pdf");
    assertThat(name("../../etc/passwd")).isEqualTo("passwd");
  }

  @Test
  void namesThatCouldNotBeStoredAreReplaced() {
    assertThat(name(null)).isEqualTo("file");
    assertThat(name("  ")).isEqualTo("file");
    assertThat(name("folder/")).isEqualTo("file");
    assertThat(name("a\u0000b.pdf")).isEqualTo("file");
    assertThat(name("a\r\nSet-Cookie: x.pdf")).isEqualTo("file");
    assertThat(name("a\u202Efdp.exe")).isEqualTo("file");
  }

  @Test
  void longNamesKeepTheirEnd() {
    String long1 = "x".repeat(300) + ".pdf";
    assertThat(name(long1)).hasSize(200).endsWith(".pdf");
    assertThat(name("😀".repeat(300)).codePointCount(0, 400)).isEqualTo(200);
  }
}
