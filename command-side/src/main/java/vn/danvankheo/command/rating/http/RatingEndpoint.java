package vn.danvankheo.command.rating.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.object;

import java.util.List;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.rating.domain.RateUnit;
import vn.danvankheo.command.rating.domain.RatingCommand;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** Units are rated for a year; a later rating replaces the one before. */
public final class RatingEndpoint implements Endpoint {
  private static final ObjectSchema RATING =
      object()
          .required("unitCode", Parts.UNIT_CODE)
          .required("year", Parts.YEAR)
          .required("rating", choice(Rating.class))
          .required("decision", Parts.DECISION)
          .required("reason", Parts.REASON);

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public RatingEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", "/api/unit-ratings", RateUnit.class)
            .summary("Xếp loại đơn vị")
            .right(Right.RATE_UNIT)
            .body(RATING)
            .creates(
                (submission, request, wish) ->
                    commands.executor().execute(request, wish, submission.expectation()),
                stream -> stream.substring(RatingCommand.AGGREGATE_TYPE.length() + 1),
                id -> "/api/units/" + id.substring(0, id.lastIndexOf('-'))));
  }
}
