package vn.danvankheo.command.personal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.fold.PersonalTexts;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.sealing.TextKey;
import vn.danvankheo.events.vocabulary.PersonalText;

/** Seals what is stored and opens what decisions have to compare. */
public final class PersonalVault {
  private final PersonalKeys keys;
  private final Supplier<String> ids;

  /**
   * Seals with new keys.
   *
   * @param keys where they are kept
   * @param ids names them by UUIDs
   */
  public PersonalVault(PersonalKeys keys, Supplier<String> ids) {
    this.keys = keys;
    this.ids = ids;
  }

  /**
   * Opens all texts of a state or a command.
   *
   * @param record any record
   * @return the same with open texts; what was erased has no words
   * @param <R> its type
   */
  public <R extends Record> R open(R record) {
    Set<String> ids = new HashSet<>();
    PersonalTexts.each(
        record,
        text -> {
          if (text.isSealed()) {
            ids.add(text.key());
          }
        });
    if (ids.isEmpty()) {
      return record;
    }
    Map<String, TextKey> found = keys.find(ids);
    return PersonalTexts.change(record, (path, text) -> text.isSealed() ? open(text, found) : text);
  }

  private static PersonalText open(PersonalText text, Map<String, TextKey> found) {
    TextKey key = found.get(text.key());
    return key == null ? PersonalText.erased() : key.open(text);
  }

  /** What has to be kept in the transaction of some sealed events. */
  public final class Pending {
    private final List<PersonalKeys.Fresh> fresh = new ArrayList<>();
    private final Set<String> renamed = new LinkedHashSet<>();

    /**
     * Seals all texts of an event that identify a person, each by a key of its own.
     *
     * @param stream the event's stream
     * @param event with open texts
     * @return the same as it is stored
     * @param <E> its type
     */
    @SuppressWarnings("unchecked") // events are records, and one is rebuilt as what it was
    public <E extends DomainEvent> E seal(String stream, E event) {
      return (E)
          PersonalTexts.change(
              (Record) event,
              (path, text) -> {
                String subject = Subjects.of(stream, event, path);
                if (event instanceof ModelUpdated && Subjects.searched(subject)) {
                  renamed.add(subject);
                }
                return text.personal() && !text.isSealed() && !text.isErased()
                    ? seal(subject, text)
                    : text;
              });
    }

    private PersonalText seal(String subject, PersonalText text) {
      TextKey key = keys.fresh(ids.get(), subject);
      fresh.add(new PersonalKeys.Fresh(key, Subjects.searched(subject) ? text.text() : null));
      return key.seal(text);
    }

    /** Keeps the keys, within the transaction of the events. */
    public void keep() {
      keys.forgetWords(renamed);
      if (!fresh.isEmpty()) {
        keys.keep(fresh);
      }
    }
  }

  /**
   * Begins with nothing sealed.
   *
   * @return to be kept with the events
   */
  public Pending pending() {
    return new Pending();
  }
}
