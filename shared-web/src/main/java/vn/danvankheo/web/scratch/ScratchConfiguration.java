package vn.danvankheo.web.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The scratch folder of a process: in {@code danvankheo.scratch} when that is given, else in {@code
 * scratch} of the data folder.
 */
@Configuration(proxyBeanMethods = false)
public class ScratchConfiguration {
  /** Made by Spring. */
  protected ScratchConfiguration() {}

  @Bean
  Scratch scratch(Environment environment) {
    String data = said(environment, "danvankheo.data", "data");
    Path place = Path.of(said(environment, "danvankheo.scratch", data + "/scratch"));
    try {
      return Scratch.open(place);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Temporary files can't be kept in "
              + place.toAbsolutePath()
              + "; another folder can be given by DANVANKHEO_SCRATCH",
          e);
    }
  }

  private static String said(Environment environment, String name, String otherwise) {
    String value = environment.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }
}
