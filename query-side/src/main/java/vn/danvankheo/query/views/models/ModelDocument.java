package vn.danvankheo.query.views.models;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.state.Duties;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Recognition;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.text.Recent;
import vn.danvankheo.events.text.TitleTrigrams;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.RecordRendering;
import vn.danvankheo.query.mongo.SearchWords;

/**
 * A model as the document that is shown, with technical fields beside it: {@code _terms} with
 * counts in place of lists, {@code _tags} for filtering, {@code _words} for searching, {@code
 * _sort…} for Vietnamese order, {@code _dueOn} for what is late, {@code _recognizedOn} for what is
 * public.
 */
final class ModelDocument {
  private static final RecordCodec<ModelState> STATE = new RecordCodec<>(ModelState.class);

  private static final RecordRendering RENDERING = new RecordRendering();
  private static final Recent<BsonString> SORT_KEYS =
      new Recent<>(text -> new BsonString(VietnameseText.sortKey(text)));

  private ModelDocument() {}

  static BsonDocument of(ModelState model) {
    BsonDocument state = RENDERING.of(model);
    BsonDocument document = new BsonDocument("_id", state.remove("id"));
    document.put("code", state.remove("code"));
    document.put("status", new BsonString(model.status().name()));
    document.put("version", state.remove("version"));
    document.putAll(state.remove("form").asDocument());
    document.put("terms", state.remove("terms"));
    document.put("replicatedFrom", orNull(state.remove("replicatedFrom")));
    document.putAll(state);
    document.put("_terms", array(model.terms().stream().map(ModelDocument::termItem)));
    document.put("_counts", counts(model));
    addKeys(document, model);
    return document;
  }

  /** The document as it is kept of the present. */
  static BsonDocument present(ModelState model) {
    BsonDocument document = of(model);
    String title = model.form().title();
    document.put(
        SimilarStore.ALIKE, SimilarStore.marks(TitleTrigrams.of(title == null ? "" : title)));
    return document;
  }

  static ModelState state(BsonDocument document) {
    BsonDocument state = new BsonDocument();
    state.put("id", document.get("_id"));
    state.put("form", document);
    document.forEach(state::putIfAbsent);
    if (state.get("replicatedFrom") instanceof BsonNull) {
      state.remove("replicatedFrom");
    }
    return STATE.decode(state);
  }

  private static BsonValue orNull(BsonValue value) {
    return value == null ? BsonNull.VALUE : value;
  }

  /** A term as lists show it, with the flags that filters ask for. */
  private static BsonDocument termItem(Term term) {
    BsonDocument item = new BsonDocument("year", new BsonInt32(term.year()));
    item.put("status", new BsonString(term.status().name()));
    item.put("late", BsonBoolean.valueOf(term.late()));
    item.put("changedAfterReport", BsonBoolean.valueOf(term.changedAfterReport()));
    item.put("objectives", count(term.objectives()));
    item.put("returns", count(term.returns()));
    item.put("progressReports", new BsonInt32((int) term.currentReports().count()));
    item.put("inspections", count(term.inspections()));
    item.put("findings", new BsonInt32((int) term.findings().count()));
    item.put(
        "openFindings",
        new BsonInt32((int) term.findings().filter(TrackedFinding::unsettled).count()));
    item.put("recognitions", count(term.recognitions()));
    item.put("levels", texts(term.recognitions().stream().map(r -> r.level().name()).distinct()));
    item.put("exemplars", count(term.exemplars()));
    item.put(
        "commendations",
        new BsonInt32((int) term.commendations().stream().filter(c -> !c.revoked()).count()));
    item.put(
        "forms",
        texts(
            term.commendations().stream()
                .filter(c -> !c.revoked())
                .map(c -> c.form().name())
                .distinct()));
    item.put("reminders", count(term.reminders()));
    term.currentReports()
        .map(report -> report.reportedOn().toString())
        .max(Comparator.naturalOrder())
        .ifPresent(day -> item.put("lastReportOn", new BsonString(day)));
    return item;
  }

  private static BsonDocument counts(ModelState model) {
    ModelForm form = model.form();
    BsonDocument counts = new BsonDocument("coordinatingUnits", count(form.coordinatingUnits()));
    counts.put("legalBases", count(form.legalBases()));
    counts.put("focusTasks", count(form.focusTasks()));
    counts.put("attachments", count(form.attachments()));
    counts.put("replicas", count(model.replicas()));
    return counts;
  }

  private static void addKeys(BsonDocument document, ModelState model) {
    ModelForm form = model.form();
    Set<String> words = new LinkedHashSet<>();
    Stream.of(form.title(), openName(form.subjectName()), form.location(), model.code())
        .filter(Objects::nonNull)
        .forEach(text -> words.addAll(SearchWords.of(text)));
    document.put("_words", texts(words.stream()));
    document.put("_tags", texts(TermTags.of(model).stream()));
    document.put("_year", new BsonInt32(model.latest().year()));
    document.put("_sortTitle", sortKey(form.title()));
    document.put("_sortCode", sortKey(model.code()));
    model.terms().stream()
        .flatMap(term -> Duties.ofTerm(model, term, null).stream())
        .map(duty -> duty.dueOn().toString())
        .min(Comparator.naturalOrder())
        .ifPresent(day -> document.put("_dueOn", new BsonString(day)));
    model.terms().stream()
        .flatMap(term -> term.recognitions().stream())
        .map(Recognition::decision)
        .map(decision -> decision.issuedOn().toString())
        .max(Comparator.naturalOrder())
        .ifPresent(day -> document.put("_recognizedOn", new BsonString(day)));
  }

  /** A person's name is found by its numbers, which lie beside its key. */
  private static @Nullable String openName(@Nullable PersonalText name) {
    return name == null || name.isSealed() ? null : name.text();
  }

  private static BsonString sortKey(String text) {
    return SORT_KEYS.of(text == null ? "" : text);
  }

  private static BsonInt32 count(List<?> list) {
    return new BsonInt32(list == null ? 0 : list.size());
  }

  private static BsonArray texts(Stream<String> texts) {
    return array(texts.map(BsonString::new));
  }

  private static BsonArray array(Stream<? extends BsonValue> values) {
    return new BsonArray(values.<BsonValue>map(v -> v).toList());
  }
}
