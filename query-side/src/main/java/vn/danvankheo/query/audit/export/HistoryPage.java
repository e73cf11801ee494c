package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.history.domain.Change;
import vn.danvankheo.query.history.domain.ChangeWords;
import vn.danvankheo.query.history.domain.Differences;
import vn.danvankheo.query.history.domain.Occurrence;
import vn.danvankheo.query.history.domain.Personal;
import vn.danvankheo.query.history.domain.Sentences;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.history.domain.Wording;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.problem.Language;

/**
 * The history as people read and print it, in Vietnamese: each thing's events in their order. It is
 * told from the log alone, as the log was then, so that it never reads otherwise; personal texts
 * are in it only when asked for, and as long as they have their keys.
 */
final class HistoryPage {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryPage.class);
  private static final Set<String> KINDS =
      Set.of("model", "unit", "plan", "account", "rating", "report", "replication", "oversight");
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu").withZone(VIETNAM);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%1$s</title>
      <style>
      body { font: 11pt/1.4 "Times New Roman", serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 16pt } h2 { font-size: 13pt; border-top: 1px solid; padding-top: .5em }
      article { margin: 1em 0; break-inside: avoid-page } p { margin: .2em 0 } small { color: #444 }
      table { border-collapse: collapse; width: 100%% } th, td { border: 1px solid #999; padding: .2em .4em;
      text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap } thead { display: table-header-group }
      @page { size: A4; margin: 2cm }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  private final ExportStore store;
  private final Selection selection;
  private final StoredCheckpoint tree;
  private final @Nullable PersonalOpener opener;

  HistoryPage(
      ExportStore store,
      Selection selection,
      StoredCheckpoint tree,
      @Nullable PersonalOpener opener) {
    this.store = store;
    this.selection = selection;
    this.tree = tree;
    this.opener = opener;
  }

  void writeTo(OutputStream out) throws IOException {
    Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    page.write(String.format(HEAD, word("title")));
    paragraph(page, "asked", selection.words());
    paragraph(page, "tree", tree.size() + " · " + tree.root().base64());
    Teller teller = new Teller(page, units(), opener);
    store.byAggregate(selection, tree.position(), teller::take);
    page.write("</body>\n</html>\n");
    page.flush();
  }

  private UnitTree units() throws IOException {
    Map<String, UnitState> units = new LinkedHashMap<>();
    for (LogRow row : store.units(tree.position())) {
      try {
        StoredEvent event = row.event();
        units.compute(row.aggregateId(), (id, state) -> (UnitState) Shapes.after(state, event));
      } catch (RuntimeException e) {
        LOG.warn("Unit event {} does not fit: {}", row.position(), e.getClass());
      }
    }
    return new UnitTree(units.values());
  }

  private static String word(String key) {
    return Labels.of("bundle." + key, Language.VI);
  }

  private static String safe(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static void paragraph(Writer page, String label, @Nullable String text)
      throws IOException {
    if (text != null && !text.isBlank()) {
      page.write("<p>" + word(label) + ": " + safe(text) + "</p>\n");
    }
  }

  /** Tells one thing after the other, with the state of the present one in memory. */
  private static final class Teller {
    private final Writer page;
    private final UnitTree units;
    private final @Nullable PersonalOpener opener;
    private @Nullable String aggregate;
    private @Nullable Record state;
    private boolean headed;
    private boolean lost;

    Teller(Writer page, UnitTree units, @Nullable PersonalOpener opener) {
      this.page = page;
      this.units = units;
      this.opener = opener;
    }

    void take(LogRow row, boolean chosen) throws IOException {
      if (!row.aggregateId().equals(aggregate)) {
        aggregate = row.aggregateId();
        state = null;
        headed = false;
        lost = false;
      }
      if (chosen && !headed) {
        headed = true;
        page.write("<h2>" + kind(row.aggregateType()) + " " + safe(row.aggregateId()) + "</h2>\n");
      }
      Told told = lost ? null : told(row);
      lost = told == null;
      if (chosen) {
        page.write("<article>\n<p><b>" + row.version() + ".</b> ");
        if (told == null) {
          page.write(word("unreadable") + "</p>\n<p><small>");
          page.write(safe(row.type() + " · " + row.position()) + "</small></p>\n");
        } else {
          page.write(safe(told.sentence()) + "</p>\n");
          about(told.event());
          changes(row.aggregateType(), told.changes(), new ChangeWords(wording(row)));
        }
        page.write("</article>\n");
      }
    }

    private static String kind(String aggregateType) {
      return KINDS.contains(aggregateType) ? word("kind." + aggregateType) : safe(aggregateType);
    }

    /**
     * Null when it does not fit what was before: somebody has been there, and the proofs show it.
     */
    private @Nullable Told told(LogRow row) {
      try {
        StoredEvent event = row.event();
        Record before = state;
        Record after = Shapes.after(before, event);
        state = after;
        String sentence = new Sentences(wording(row)).of(event, before);
        return new Told(event, sentence, Differences.between(before, after));
      } catch (RuntimeException e) {
        LOG.warn("Event {} does not fit into its history: {}", row.position(), e.getClass());
        return null;
      }
    }

    private Wording wording(LogRow row) {
      return new Wording(
          key -> Labels.of(key, Language.VI),
          code -> units.nameOn(code, ViewGate.dayOf(row.recordedAt())));
    }

    private void about(StoredEvent event) throws IOException {
      EventMetadata metadata = event.metadata();
      Instant recorded = event.recorded().at();
      paragraph(page, "recorded", SECOND.format(recorded));
      String day =
          Occurrence.day(event.recorded().event())
              .filter(other -> !other.equals(ViewGate.dayOf(recorded)))
              .map(DAY::format)
              .orElse(null);
      paragraph(page, "occurred", day);
      paragraph(page, "who", who(metadata.actor(), recorded));
      paragraph(page, "reason", metadata.reason());
      paragraph(page, "basis", metadata.basis());
      page.write(
          "<p><small>"
              + safe(event.type() + " · " + event.position() + " · " + event.eventId())
              + "</small></p>\n");
    }

    private String who(Actor actor, Instant at) {
      String unit = actor.unitCode();
      String name = unit == null ? null : units.nameOn(unit, ViewGate.dayOf(at));
      return actor.userName()
          + (actor.position() == null ? "" : " · " + actor.position())
          + (unit == null ? "" : " · " + (name == null ? unit : name));
    }

    private void changes(String aggregateType, List<Change> changes, ChangeWords words)
        throws IOException {
      if (changes.isEmpty()) {
        return;
      }
      page.write("<table>\n<thead><tr>");
      for (String column : List.of("field", "old", "new")) {
        page.write("<th>" + word(column) + "</th>");
      }
      page.write("</tr></thead>\n");
      Function<PersonalText, String> personal = personal(changes);
      for (Change change : changes) {
        page.write("<tr>");
        cell(words.label(aggregateType, change.path()));
        cell(text(words, change.path(), change.before(), personal));
        cell(text(words, change.path(), change.after(), personal));
        page.write("</tr>\n");
      }
      page.write("</table>\n");
    }

    private Function<PersonalText, String> personal(List<Change> changes) {
      if (opener == null) {
        return text -> word("personal");
      }
      Set<String> keys = new HashSet<>();
      changes.forEach(
          change ->
              Stream.of(Optional.ofNullable(change.before()), Optional.ofNullable(change.after()))
                  .flatMap(Optional::stream)
                  .forEach(value -> Personal.collectKeys(value, keys)));
      return opener.wordsBy(keys, Language.VI);
    }

    private static String text(
        ChangeWords words,
        String path,
        @Nullable JsonNode value,
        Function<PersonalText, String> personal) {
      if (value == null) {
        return "";
      }
      String text = words.text(path, Personal.shown(value, personal));
      return text == null ? "" : text;
    }

    private void cell(String text) throws IOException {
      page.write("<td>" + safe(text) + "</td>");
    }
  }

  /** An event in words. */
  private record Told(StoredEvent event, String sentence, List<Change> changes) {}
}
