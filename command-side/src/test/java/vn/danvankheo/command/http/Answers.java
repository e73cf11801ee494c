package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.web.endpoint.Answer;

/** Holds good answers against what their operation documents. */
final class Answers {
  private Answers() {}

  static JsonNode changed(String operation, HttpResponse<String> answer) {
    JsonNode result = documented(operation, answer, 200);
    assertThat(answer.headers().firstValue("ETag"))
        .hasValue("\"" + result.get("version").longValue() + "\"");
    assertThat(result.get("eventIds")).isNotEmpty();
    assertThat(result.get("position").longValue()).isPositive();
    return result;
  }

  static JsonNode created(String operation, HttpResponse<String> answer) {
    JsonNode result = documented(operation, answer, 201);
    assertThat(answer.headers().firstValue("ETag"))
        .hasValue("\"" + result.get("version").longValue() + "\"");
    assertThat(answer.headers().firstValue("Location")).isPresent();
    return result;
  }

  static JsonNode documented(String operation, HttpResponse<String> answer, int status) {
    JsonNode body = Http.expect(answer, status);
    Answer declared =
        HttpSide.operation(operation).answers().stream()
            .filter(one -> one.status() == status)
            .findFirst()
            .orElseThrow();
    assertThat(answer.headers().firstValue("Content-Type"))
        .isEqualTo(java.util.Optional.ofNullable(declared.mediaType()));
    if (declared.schema() != null) {
      assertThat(AnswerSchema.faults(declared.schema(), body)).as(answer.body()).isEmpty();
    }
    return body;
  }
}
