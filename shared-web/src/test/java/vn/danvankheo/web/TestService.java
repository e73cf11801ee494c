package vn.danvankheo.web;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.JwtKeys;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schemas;

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

  @Bean
  Endpoint notes() {
    ObjectSchema note =
        Schemas.object()
            .required("title", Schemas.text(5, 20))
            .optional("year", Schemas.integer(2000, 2100))
            .optional("reason", Schemas.text(1, 2000).lines());
    Parameter<Long> year = Parameter.integer("year", 2000, 2100);
    return () ->
        List.of(
            Operation.of("GET", "/api/notes/{id}", "getNote", "Xem")
                .right(Right.READ)
                .query(QuerySpec.of(year))
                .answer(Answer.json(200, "Ghi chú", note.describe(), "ETag"))
                .to(
                    exchange ->
                        exchange.json(
                            200,
                            JsonMapper.shared(),
                            Map.of(
                                "title", exchange.path("id"),
                                "year", exchange.query().get(year).orElse(2024L)))),
            Operation.of("POST", "/api/notes", "makeNote", "Ghi")
                .right(Right.REGISTER_MODEL)
                .body(note)
                .answer(Answer.json(201, "Đã ghi", note.describe()))
                .to(exchange -> exchange.json(201, JsonMapper.shared(), exchange.body())),
            Operation.of("DELETE", "/api/notes/{id}", "removeNote", "Bỏ")
                .right(Right.APPROVE_MODEL)
                .answer(Answer.empty(204, "Đã bỏ"))
                .to(exchange -> exchange.response().setStatus(204)),
            Operation.of("GET", "/api/page", "showPage", "Trang")
                .open()
                .answer(Answer.of(200, "Trang", "text/html"))
                .to(exchange -> exchange.bytes(200, "text/html", new byte[0])));
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

    @GetMapping("/api/things/cut")
    Map<String, String> cut() throws EOFException {
      throw new EOFException();
    }

    @RequestMapping("/api/things/away")
    Map<String, String> away() throws SQLException {
      throw new SQLTransientConnectionException();
    }

    @GetMapping("/api/things/decided")
    Map<String, String> decided() {
      CLERK.as(Right.APPROVE_MODEL);
      return Map.of();
    }
  }
}
