package vn.danvankheo.query.audit.ledger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.audit.ledger.domain.Flaw;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/** Findings as people read them. */
public final class FindingWords {
  private FindingWords() {}

  /**
   * A finding as the contract has it.
   *
   * @param finding what was found
   * @param language of its detail
   * @return kind, position, eventId, aggregateId, detail
   */
  public static Map<String, @Nullable Object> fields(Finding finding, Language language) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", finding.flaw().kind().name());
    fields.put("position", finding.position());
    fields.put("eventId", finding.eventId());
    fields.put("aggregateId", finding.aggregateId());
    fields.put("detail", detail(finding, language));
    return fields;
  }

  /**
   * What is wrong, in a sentence.
   *
   * @param finding what was found
   * @param language in which language
   * @return names the part and when it was recorded
   */
  public static String detail(Finding finding, Language language) {
    boolean parts = finding.flaw() == Flaw.PARTS || finding.flaw() == Flaw.PLACE;
    String what =
        parts
            ? Arrays.stream(finding.what().split(", "))
                .map(part -> Labels.of("EntryPart." + part, language))
                .collect(Collectors.joining(", "))
            : finding.what();
    return Labels.of("Flaw." + finding.flaw(), language)
        .replace("{recordedAt}", String.valueOf(finding.recordedAt()))
        .replace("{what}", what);
  }
}
