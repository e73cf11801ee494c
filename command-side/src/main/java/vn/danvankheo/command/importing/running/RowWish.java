package vn.danvankheo.command.importing.running;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.execution.Registration;
import vn.danvankheo.command.importing.ImportRow;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.RowResult;
import vn.danvankheo.web.importing.RowResult.Outcome;

/** A row on its way: either wrong already, or a registration that is still to be decided. */
final class RowWish {
  private final ImportRow row;
  private final List<CellFault> faults;
  private final @Nullable RegisterModel command;
  private final @Nullable String title;
  private final @Nullable Registration registration;
  private @Nullable String code;

  private RowWish(
      ImportRow row,
      List<CellFault> faults,
      @Nullable RegisterModel command,
      @Nullable String title,
      @Nullable String reason,
      @Nullable String basis) {
    this.row = row;
    this.faults = List.copyOf(faults);
    this.command = command;
    this.title = title;
    this.registration =
        command == null ? null : new Registration(command.year(), reason, basis, this::numbered);
  }

  static RowWish wrong(ImportRow row, List<CellFault> faults) {
    return new RowWish(row, faults, null, null, null, null);
  }

  static RowWish of(
      ImportRow row,
      RegisterModel command,
      String title,
      @Nullable String reason,
      @Nullable String basis) {
    return new RowWish(row, List.of(), command, title, reason, basis);
  }

  /** Remembers the code of the last try, which is the one that counts. */
  private RegisterModel numbered(String drawn) {
    if (command == null) {
      throw new IllegalStateException("The row is wrong");
    }
    code = drawn;
    return command.numbered(drawn);
  }

  int number() {
    return row.number();
  }

  /** The digest of unit, year and title; null when the row is wrong. */
  @Nullable String title() {
    return title;
  }

  /** What is to be decided; null when the row is wrong. */
  @Nullable Registration registration() {
    return registration;
  }

  /** The id of the model that is wished for; empty when the row is wrong. */
  String modelId() {
    return command == null ? "" : command.id();
  }

  /** The title as it is reserved; empty when the row is wrong. */
  String foldedTitle() {
    return command == null ? "" : VietnameseText.titleKey(String.valueOf(command.form().title()));
  }

  RowStore.Kept refused() {
    return refused(faults);
  }

  RowStore.Kept refused(List<CellFault> why) {
    return kept(Outcome.REFUSED, null, null, why);
  }

  RowStore.Kept valid(List<CellFault> warnings) {
    return kept(Outcome.VALID, null, null, warnings);
  }

  RowStore.Kept registered(List<CellFault> warnings) {
    return kept(Outcome.REGISTERED, command == null ? null : command.id(), code, warnings);
  }

  private RowStore.Kept kept(
      Outcome outcome, @Nullable String modelId, @Nullable String number, List<CellFault> why) {
    String converted =
        row.converted().isEmpty()
            ? null
            : row.converted().stream().map(Enum::name).collect(Collectors.joining(","));
    return new RowStore.Kept(
        new RowResult(row.number(), outcome, modelId, number, converted, why), title);
  }
}
