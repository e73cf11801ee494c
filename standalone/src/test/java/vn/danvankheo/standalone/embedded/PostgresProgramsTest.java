package vn.danvankheo.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresProgramsTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64",
    "Linux, aarch64",
    "Windows 11, amd64",
    "Mac OS X, x86_64",
    "Mac OS X, aarch64"
  })
  void areThereForEveryPlatform(String os, String arch) {
    assertThat(getClass().getResource(PostgresPrograms.archive(os, arch))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"SunOS, sparcv9", "Linux, riscv64"})
  void areNotThereForOthers(String os, String arch) {
    assertThat(getClass().getResource(PostgresPrograms.archive(os, arch))).isNull();
  }
}
