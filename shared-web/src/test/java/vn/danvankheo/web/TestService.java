package vn.danvankheo.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.JwtKeys;
import vn.danvankheo.web.security.Right;

/** A small service with everything of this module on it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({WebConfiguration.class, TestService.Things.class})
public class TestService {
  public static final Caller CLERK =
      new Caller("huong", null, "Chuyên viên", "VP", Set.of(Role.CLERK));

  @Bean
  JwtKeys jwtKeys() {
    return () -> "a secret of the tests, long enough for it".getBytes(StandardCharsets.UTF_8);
  }

  public static String token(AccessTokens tokens) {
    return tokens.issue(CLERK, "s1");
  }

  @RestController
  static class Things {
    @GetMapping(path = "/api/things", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> things() {
      return Map.of("a", "b");
    }

    @PostMapping(path = "/api/things", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> make(@RequestBody Map<String, String> body) {
      return body;
    }

    @GetMapping("/api/things/broken")
    Map<String, String> broken() {
      throw new IllegalStateException("secret inner words");
    }

    @GetMapping("/api/things/decided")
    Map<String, String> decided() {
      CLERK.as(Right.APPROVE_MODEL);
      return Map.of();
    }
  }
}
