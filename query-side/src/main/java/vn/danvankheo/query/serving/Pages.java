package vn.danvankheo.query.serving;

import java.util.List;
import java.util.Optional;
import org.bson.BsonValue;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;

/** The part of lists that goes on from page to page. */
public final class Pages {
  private Pages() {}

  /**
   * Where the wanted page begins.
   *
   * @param query the request's parameters
   * @param order the list's order
   * @return the keys of the last document of the page before; empty for the first page
   * @throws vn.danvankheo.web.problem.ProblemException 400 when the cursor is malformed, or another
   *     list's
   */
  public static Optional<List<BsonValue>> behind(Query query, Keyset order) {
    Optional<String> cursor = query.get(QuerySpec.CURSOR);
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<BsonValue>> keys = order.parse(cursor.get());
    if (keys.isEmpty()) {
      throw ProblemCode.INVALID_PARAMETERS
          .problem(List.of(new FieldFault("/cursor", "INVALID_CURSOR")))
          .exception();
    }
    return keys;
  }
}
