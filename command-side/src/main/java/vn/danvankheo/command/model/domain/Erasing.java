package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.PersonalDataErased;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.PersonalField;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Recipient;

/** Erasing a person's data. It is a person's right, so no state of the model stands against it. */
final class Erasing {
  private Erasing() {}

  static List<ModelEvent> erase(ErasePersonalData command, ModelState state, Context context) {
    Faults faults = new Faults();
    faults.reason(context);
    faults.refuse();
    PersonalText present =
        command.field() == PersonalField.RECIPIENT
            ? recipient(command, state).name()
            : ofForm(command.field(), state);
    if (present != null && present.isErased()) {
      throw new RuleBroken(Rule.ALREADY_ERASED);
    }
    return List.of(
        new PersonalDataErased(
            term(command, state).year(),
            command.field(),
            command.commendation(),
            command.recipient(),
            context.givenReason(),
            command.basis()));
  }

  private static @Nullable PersonalText ofForm(PersonalField field, ModelState state) {
    return switch (field) {
      case SUBJECT_NAME -> state.form().subjectName();
      case RESPONSIBLE_PERSON -> state.form().responsiblePerson();
      case CONTACT_PHONE -> state.form().contactPhone();
      case RECIPIENT -> throw new IllegalArgumentException("Not of the form");
    };
  }

  private static Recipient recipient(ErasePersonalData command, ModelState state) {
    int place = command.recipient() == null ? 0 : command.recipient();
    return term(command, state).commendations().stream()
        .filter(given -> Integer.valueOf(given.no()).equals(command.commendation()))
        .flatMap(given -> given.recipients().stream().skip(place - 1L).limit(1))
        .findFirst()
        .orElseThrow(() -> new RuleBroken(Rule.NOTHING_TO_ERASE));
  }

  private static Term term(ErasePersonalData command, ModelState state) {
    if (command.field() != PersonalField.RECIPIENT) {
      return state.latest();
    }
    return state.terms().stream()
        .filter(
            term ->
                term.commendations().stream()
                    .anyMatch(c -> Integer.valueOf(c.no()).equals(command.commendation())))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleBroken(
                    Rule.COMMENDATION_UNKNOWN,
                    Map.of("commendation", String.valueOf(command.commendation()))));
  }
}
