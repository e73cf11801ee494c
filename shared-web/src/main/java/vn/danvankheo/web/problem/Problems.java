package vn.danvankheo.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers whatever was thrown with a problem. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final ProblemWriter writer;
  private final List<ProblemMapper> mappers;

  /**
   * Answers by the given mappers first, then by what is known of the framework and of JDBC.
   *
   * @param writer puts problems onto the wire
   * @param mappers the sides' own, in the order they are asked
   */
  public Problems(ProblemWriter writer, List<ProblemMapper> mappers) {
    this.writer = writer;
    this.mappers =
        Stream.concat(mappers.stream(), Stream.of(new ServletProblems(), new StoreAway())).toList();
  }

  /**
   * Answers with what an exception means. What nobody knows is logged and answered with 500.
   *
   * @param request the request
   * @param response where the answer goes
   * @param thrown what was thrown
   * @throws IOException when the caller is gone
   */
  public void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
      throws IOException {
    if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
      LOG.debug("The caller went away");
      // Should that be an error of judgement, it must not look like success.
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    writer.write(request, response, problemOf(thrown));
  }

  /**
   * What an exception means to the caller.
   *
   * @param thrown what was thrown
   * @return a problem; of status 500 when nobody knows it
   */
  public Problem problemOf(Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      return known.problem();
    }
    Problem known =
        mappers.stream()
            .map(mapper -> mapper.problemOf(thrown))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (known == null) {
      LOG.error("Unexpected failure", thrown);
      return ProblemCode.INTERNAL_ERROR.problem();
    }
    if (known.status() >= 500) {
      LOG.warn("{}: {}", known.code(), thrown.toString());
    }
    return known;
  }
}
