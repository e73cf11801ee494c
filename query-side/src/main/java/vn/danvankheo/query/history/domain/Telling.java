package vn.danvankheo.query.history.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;

/** A sentence in the making: a head and parts that are said when there is something to say. */
final class Telling {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final Pattern DATED = Pattern.compile("\\bngày ([0-9]{2}/[0-9]{2}/[0-9]{4})");
  private static final Pattern END = Pattern.compile("[\\s.;,:]+$");

  final Wording wording;
  final @Nullable String recalled;
  private final EventMetadata metadata;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> values = new HashMap<>();
  private @Nullable String basis;
  private @Nullable String reason;

  Telling(Wording wording, EventMetadata metadata, @Nullable String recalled) {
    this.wording = wording;
    this.metadata = metadata;
    this.recalled = recalled;
    this.basis = metadata.basis();
    this.reason = metadata.reason();
    values.put("actor", who(metadata.actor()));
  }

  private String who(Actor actor) {
    if (actor.equals(Actor.UNKNOWN)) {
      return wording.words("told.unknown");
    }
    String position = actor.position();
    return position == null ? actor.userName() : position;
  }

  /** Whether somebody did it, by the name of an account. */
  boolean isBy(@Nullable String userName) {
    return metadata.actor().userName().equals(userName);
  }

  /** Gives a value for the parts that follow. */
  Telling with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, said(value));
    }
    return this;
  }

  /** Says a part. */
  Telling say(String part) {
    text.append(fill(wording.words("told." + part)));
    return this;
  }

  /** Says a part about a value when there is one. */
  Telling say(String part, @Nullable Object value) {
    return value == null ? this : with("value", value).say(part);
  }

  /** Says a part when something holds. */
  Telling sayIf(boolean holds, String part) {
    return holds ? say(part) : this;
  }

  /** The basis that the event itself names, for when nothing is noted beside it. */
  Telling basis(@Nullable String number, @Nullable LocalDate on, @Nullable String issuer) {
    if (basis == null && number != null) {
      String line = on == null ? number : number + " " + dated(on);
      basis = issuer == null ? line : line + ", " + issuer;
    }
    return this;
  }

  /** The reason that the event itself names, for when nothing is noted beside it. */
  Telling reason(@Nullable String ofEvent) {
    reason = reason == null ? ofEvent : reason;
    return this;
  }

  String end() {
    say("basis", basis == null ? null : inLanguage(basis));
    say("reason", reason == null ? null : END.matcher(reason).replaceAll(""));
    return END.matcher(text).replaceAll("") + ".";
  }

  /** A basis is noted in Vietnamese, with its day. */
  private String inLanguage(String noted) {
    return DATED
        .matcher(noted)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    with("value", match.group(1)).fill(wording.words("told.dated"))));
  }

  private String dated(LocalDate on) {
    return with("value", on).fill(wording.words("told.dated"));
  }

  private String said(Object value) {
    if (value instanceof LocalDate day) {
      return wording.day(day);
    }
    if (value instanceof Enum<?> coded) {
      return wording.inSentence(coded);
    }
    return value instanceof BigDecimal number ? wording.number(number) : value.toString();
  }

  private String fill(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("Nothing to say for {" + name + "}");
    }
    return value;
  }
}
