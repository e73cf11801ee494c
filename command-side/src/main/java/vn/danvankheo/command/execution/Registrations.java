package vn.danvankheo.command.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.danvankheo.command.eventstore.Appends;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.command.uniqueness.RegistrationNumbers;

/** Many registrations in one unit of work. */
final class Registrations {
  /** A rehearsal draws no code, so that others need not wait for theirs. */
  private static final String NO_CODE = "DVK-0000-0000";

  private final List<Registration> registrations;
  private final RegistrationNumbers numbers;
  private final boolean atomic;
  private final Consumer<BulkResult> alongside;

  Registrations(
      List<Registration> registrations,
      RegistrationNumbers numbers,
      boolean atomic,
      Consumer<BulkResult> alongside) {
    this.registrations = List.copyOf(registrations);
    this.numbers = numbers;
    this.atomic = atomic;
    this.alongside = alongside;
  }

  Function<Appends, BulkResult> register(Attempt attempt) {
    List<DecidedRow> rows = new ArrayList<>();
    for (Registration registration : registrations) {
      DecidedRow row = perform(attempt, registration, numbers.next(registration.year()));
      if (row.refusal() != null) {
        numbers.giveBack(registration.year());
      }
      rows.add(row);
    }
    if (atomic && rows.stream().anyMatch(row -> row.refusal() != null)) {
      throw new BulkRefused(rows.stream().map(DecidedRow::outcome).toList());
    }
    return appends -> result(attempt, rows, appends);
  }

  /** Never returns: what it found out is thrown, and so nothing is kept. */
  Function<Appends, BulkResult> rehearse(Attempt attempt) {
    throw new Rehearsed(
        registrations.stream()
            .map(registration -> perform(attempt, registration, NO_CODE).outcome())
            .toList());
  }

  private static DecidedRow perform(Attempt attempt, Registration registration, String code) {
    RegisterModel command = registration.command().apply(code);
    return DecidedRow.of(
        command.id(),
        () ->
            attempt
                .because(registration.reason(), registration.basis())
                .perform(command, Expectation.created()));
  }

  private BulkResult result(Attempt attempt, List<DecidedRow> rows, Appends appends) {
    BulkResult result = DecidedRow.result(attempt, rows, appends);
    alongside.accept(result);
    return result;
  }
}
