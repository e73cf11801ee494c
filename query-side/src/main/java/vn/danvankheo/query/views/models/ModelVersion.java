package vn.danvankheo.query.views.models;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.mongo.PackedDocument;
import vn.danvankheo.query.mongo.Validity;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.Emission;

/**
 * A model as it stood after one of its events, for lists, figures and what was late: the fields
 * that are filtered and sorted by as the present view has them, and everything that is shown in one
 * packed field. Long texts are left out.
 */
final class ModelVersion {
  static final String PART = "versions";

  /** The field with what lists show, packed. */
  static final String SHOWN = "_shown";

  private static final List<String> KEYS =
      List.of(
          "unitCode",
          "status",
          "field",
          "nationalField",
          "subjectKind",
          "startsOn",
          "endsOn",
          "createdAt",
          "updatedAt",
          "_year",
          "_sortTitle",
          "_sortCode",
          "_tags",
          "_words",
          "_dueOn");

  /** What is not needed of terms to tell what was owed. */
  private static final Set<String> NOT_OWED =
      Set.of(
          "objectives",
          "approval",
          "recognitions",
          "exemplars",
          "commendations",
          "summary",
          "results",
          "beneficiaries",
          "difficulties",
          "proposals",
          "attachments",
          "team",
          "representatives",
          "scores",
          "place",
          "strengths",
          "shortcomings",
          "conclusion",
          "unitOpinion",
          "text",
          "remedy",
          "rejections",
          "message",
          "reason",
          "endReason",
          "refusal");

  private static final String OWED = "_owed";

  private static final Set<String> NOT_SHOWN =
      Stream.of(
              ModelStore.NOT_IN_LISTS.stream(),
              ModelStore.LONG_TEXTS.stream(),
              KEYS.stream().filter(key -> key.startsWith("_")))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  static final List<ViewIndex> INDEXES =
      List.of(
          ViewIndex.on(Validity.SPANS, "-createdAt", "-_id"),
          ViewIndex.on(Validity.SPANS, "-updatedAt", "-_id"),
          ViewIndex.on(Validity.SPANS, "_sortTitle", "_id"),
          ViewIndex.on(Validity.SPANS, "unitCode", "-createdAt", "-_id"),
          ViewIndex.on(Validity.SPANS, "status", "-createdAt", "-_id"),
          ViewIndex.on(Validity.SPANS, "field", "-createdAt", "-_id"),
          ViewIndex.on("_tags", "-createdAt", "-_id"),
          ViewIndex.on("_words"));

  private ModelVersion() {}

  /** What an event gives: the version that begins with it, and the end of the one before. */
  static List<Emission> of(@Nullable ModelState before, ModelState after) {
    Emission begun = new Emission(PART, document(after, null));
    return before == null ? List.of(begun) : List.of(end(before, after.updatedAt()), begun);
  }

  private static Emission end(ModelState before, Instant at) {
    return new Emission(PART, validity(before, at), () -> document(before, at));
  }

  private static BsonDocument validity(ModelState model, @Nullable Instant to) {
    BsonDocument version =
        new BsonDocument(
            "_id", new BsonString(model.id() + "@" + "%09d".formatted(model.version())));
    Validity.put(version, model.updatedAt(), to);
    return version;
  }

  private static BsonDocument document(ModelState model, @Nullable Instant to) {
    BsonDocument whole = ModelDocument.of(model);
    BsonDocument version = validity(model, to);
    for (String key : KEYS) {
      if (whole.containsKey(key)) {
        version.put(key, whole.get(key));
      }
    }
    if (model.replicatedFrom() != null) {
      version.put(
          "replicatedFrom", new BsonDocument("id", new BsonString(model.replicatedFrom().id())));
    }
    version.put("_terms", reported(whole.getArray("_terms")));
    version.put(SHOWN, PackedDocument.pack(shown(whole)));
    return version;
  }

  /** Of the terms only what tells whether they were reported on. */
  private static BsonArray reported(BsonArray terms) {
    BsonArray reported = new BsonArray();
    for (BsonValue term : terms) {
      BsonDocument item = new BsonDocument("year", term.asDocument().get("year"));
      if (term.asDocument().containsKey("lastReportOn")) {
        item.put("lastReportOn", term.asDocument().get("lastReportOn"));
      }
      reported.add(item);
    }
    return reported;
  }

  /**
   * What is shown of a version, with its terms as far as something is owed for them.
   *
   * @param version as it came from the store
   * @return a document as lists of present models have them
   */
  static RawBsonDocument shown(RawBsonDocument version) {
    return PackedDocument.unpack(version.getBinary(SHOWN));
  }

  /** A version's model without its texts, as far as duties and reminders need it. */
  static ModelState state(RawBsonDocument version) {
    BsonDocument model = shown(version).decode(new BsonDocumentCodec());
    model.put("terms", model.get(OWED));
    return ModelDocument.state(model);
  }

  private static BsonDocument shown(BsonDocument whole) {
    BsonDocument shown = new BsonDocument();
    whole.forEach(
        (name, value) -> {
          if (!NOT_SHOWN.contains(name)) {
            shown.put(name, value);
          }
        });
    shown.put(OWED, owed(whole.getArray("terms")));
    return shown;
  }

  private static BsonValue owed(BsonValue value) {
    if (value.isDocument()) {
      // Not cloned first: a clone is deep, and would be made once for each level.
      BsonDocument kept = new BsonDocument();
      value
          .asDocument()
          .forEach(
              (name, field) -> {
                if (!NOT_OWED.contains(name)) {
                  kept.put(name, owed(field));
                }
              });
      return kept;
    }
    return value.isArray()
        ? new BsonArray(value.asArray().stream().map(ModelVersion::owed).toList())
        : value;
  }
}
