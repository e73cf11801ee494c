package vn.danvankheo.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemException;

class QuerySpecTest {
  private static final Parameter<String> Q = Parameter.text("q", 10);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);
  private static final Parameter<TermStatus> STATUS =
      Parameter.choice("status", TermStatus.class).many();
  private static final Parameter<LocalDate> ON = Parameter.date("on").required();
  private static final Parameter<Instant> AT = Parameter.instant("at");
  private static final Parameter<String> KIND = Parameter.oneOf("kind", List.of("A", "B"));
  private static final Parameter<List<SortField>> SORT = Parameter.sort("title", "updatedAt");
  private static final QuerySpec SPEC =
      QuerySpec.of(Q, YEAR, STATUS, ON, SORT).and(AT, KIND, QuerySpec.LIMIT, QuerySpec.CURSOR);

  @Test
  void readsTypedValues() {
    Query query =
        read(
            "q=d%C3%A2n+v%E1%BA%ADn&year=2024&status=APPROVED,RETURNED&status=CLOSED"
                + "&on=2024-02-29&sort=-updatedAt,title&limit=200");
    assertThat(query.get(Q)).hasValue("dân vận");
    assertThat(query.get(YEAR)).hasValue(2024L);
    assertThat(query.all(STATUS))
        .containsExactly(TermStatus.APPROVED, TermStatus.RETURNED, TermStatus.CLOSED);
    assertThat(query.get(ON)).hasValue(LocalDate.of(2024, 2, 29));
    assertThat(query.get(SORT))
        .hasValue(List.of(new SortField("updatedAt", true), new SortField("title", false)));
    assertThat(query.limit()).isEqualTo(200);
    assertThat(query.get(QuerySpec.CURSOR)).isEmpty();
  }

  @Test
  void fiftyItemsUnlessTold() {
    assertThat(read("on=2024-01-01").limit()).isEqualTo(50);
  }

  @Test
  void tellsEveryFaultAtOnce() {
    Problem problem =
        refusal("q=12345678901&year=1999&year=2000&status=DONE&sort=colour&limit=0&colour=red");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("INVALID_PARAMETERS");
    assertThat(problem.faults())
        .extracting(FieldFault::pointer, FieldFault::code)
        .containsExactlyInAnyOrder(
            tuple("/colour", "UNKNOWN_PARAMETER"),
            tuple("/q", "TOO_LONG"),
            tuple("/year", "REPEATED"),
            tuple("/status", "NOT_ALLOWED"),
            tuple("/on", "REQUIRED"),
            tuple("/sort", "NOT_ALLOWED"),
            tuple("/limit", "OUT_OF_RANGE"));
  }

  @Test
  void impossibleValuesAreTold() {
    assertThat(codes("on=2024-02-30")).containsExactly("INVALID_DATE");
    assertThat(codes("on=%2B99999-01-01")).containsExactly("INVALID_DATE");
    assertThat(codes("on=0000-12-31")).containsExactly("INVALID_DATE");
    assertThat(read("on=9999-12-31").get(ON)).hasValue(LocalDate.of(9999, 12, 31));
    assertThat(codes("on=2024-01-01&at=%2B1000000000-12-31T23:59:59Z"))
        .containsExactly("INVALID_INSTANT");
    assertThat(codes("on=2024-01-01&kind=C")).containsExactly("NOT_ALLOWED");
    assertThat(codes("on=2024-01-01&year=two")).containsExactly("NOT_AN_INTEGER");
    assertThat(codes("on=2024-01-01&q=%00")).containsExactly("FORBIDDEN_CHARACTER");
    assertThat(codes("on=2024-01-01&q=%FF")).containsExactly("MALFORMED_ENCODING");
    assertThat(codes("on=2024-01-01&q=%C3")).containsExactly("MALFORMED_ENCODING");
    assertThat(codes("on=2024-01-01&q=%2")).containsExactly("MALFORMED_ENCODING");
    assertThat(codes("on=2024-01-01&q=%zz")).containsExactly("MALFORMED_ENCODING");
    assertThat(codes("on=2024-01-01&sort=title,-title")).containsExactly("NOT_ALLOWED");
    assertThat(read("on=2024-01-01&q=%41%42%43").get(Q)).hasValue("ABC");
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private static List<String> codes(String query) {
    return refusal(query).faults().stream().map(FieldFault::code).toList();
  }

  private static Problem refusal(String query) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> read(query))
        .isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e.problem());
    return problem[0];
  }

  private static Query read(@Nullable String query) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/models");
    request.setQueryString(query);
    return SPEC.read(request);
  }
}
