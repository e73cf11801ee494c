package vn.danvankheo.command.importing.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Registration;
import vn.danvankheo.command.execution.RowOutcome;
import vn.danvankheo.command.importing.ImportRow;
import vn.danvankheo.command.importing.RowReader;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.RowResult.Outcome;

/** The rows of an import, a number of them at a time, each such step in one transaction. */
final class RowSteps {
  /** Long enough to be fast, short enough to let others draw their codes in between. */
  private static final int STEP = 100;

  private final ImportJob job;
  private final RowReader reader;
  private final RowCheck check;
  private final RowStore rows;
  private final CommandExecutor executor;
  private final CommandRequest request;
  private int lastRow;
  private int refused;
  private int refusedInStep;

  RowSteps(
      ImportJob job,
      RowReader reader,
      RowStore rows,
      CommandExecutor executor,
      Supplier<String> ids) {
    this.job = job;
    this.reader = reader;
    this.check = new RowCheck(reader, ids);
    this.rows = rows;
    this.executor = executor;
    this.request = new CommandRequest(job.metadata());
    this.lastRow = job.lastRow();
    this.refused = job.refused();
  }

  /** How many rows were refused, in former runs too. */
  int refused() {
    return refused;
  }

  /** Registers what can be; false when it was stopped before the end. */
  boolean register(BooleanSupplier stopping) throws IOException {
    return eachStep(stopping, this::register);
  }

  /** Finds out what could be registered; false when it was stopped before the end. */
  boolean rehearse(BooleanSupplier stopping) throws IOException {
    return eachStep(stopping, this::rehearse);
  }

  @FunctionalInterface
  private interface Step {
    void carryOut(List<RowWish> wishes, Map<RowWish, Integer> duplicates);
  }

  private boolean eachStep(BooleanSupplier stopping, Step step) throws IOException {
    List<RowWish> wishes = nextWishes();
    while (!wishes.isEmpty() && !stopping.getAsBoolean()) {
      step.carryOut(wishes, duplicates(wishes));
      refused += refusedInStep;
      lastRow = wishes.get(wishes.size() - 1).number();
      wishes = nextWishes();
    }
    return wishes.isEmpty();
  }

  private List<RowWish> nextWishes() throws IOException {
    List<RowWish> wishes = new ArrayList<>();
    while (wishes.size() < STEP) {
      Optional<ImportRow> row = reader.next();
      if (row.isEmpty()) {
        break;
      }
      if (row.get().number() > lastRow) {
        wishes.add(check.check(row.get()));
      }
    }
    return wishes;
  }

  /** Wishes for a title that an earlier row of the file has taken, with that row. */
  private Map<RowWish, Integer> duplicates(List<RowWish> wishes) {
    List<String> titles = wishes.stream().map(RowWish::title).filter(Objects::nonNull).toList();
    Map<String, Integer> taken = rows.titles(job, titles);
    Map<RowWish, Integer> duplicates = new HashMap<>();
    for (RowWish wish : wishes) {
      String title = wish.title();
      Integer earlier = title == null ? null : taken.putIfAbsent(title, wish.number());
      if (earlier != null) {
        duplicates.put(wish, earlier);
      }
    }
    return duplicates;
  }

  private void register(List<RowWish> wishes, Map<RowWish, Integer> duplicates) {
    List<RowWish> open = open(wishes, duplicates);
    if (open.isEmpty()) {
      keep(wishes, duplicates, List.of(), 0);
      return;
    }
    executor.registerAll(
        request,
        registrations(open),
        false,
        result -> keep(wishes, duplicates, result.rows(), result.position()));
  }

  private void rehearse(List<RowWish> wishes, Map<RowWish, Integer> duplicates) {
    List<RowWish> open = open(wishes, duplicates);
    List<RowOutcome> outcomes =
        open.isEmpty() ? List.of() : executor.rehearse(request, registrations(open));
    keep(wishes, duplicates, outcomes, 0);
  }

  private static List<RowWish> open(List<RowWish> wishes, Map<RowWish, Integer> duplicates) {
    return wishes.stream()
        .filter(wish -> wish.registration() != null && !duplicates.containsKey(wish))
        .toList();
  }

  static List<Registration> registrations(List<RowWish> open) {
    return open.stream().map(RowWish::registration).filter(Objects::nonNull).toList();
  }

  /** Keeps what became of a step; it may be called again when its transaction has to be. */
  private void keep(
      List<RowWish> wishes,
      Map<RowWish, Integer> duplicates,
      List<RowOutcome> outcomes,
      long position) {
    Iterator<RowOutcome> decided = outcomes.iterator();
    Map<String, Integer> others = rows.otherModels(open(wishes, duplicates));
    List<RowStore.Kept> kept = new ArrayList<>();
    for (RowWish wish : wishes) {
      if (wish.registration() == null) {
        kept.add(wish.refused());
      } else if (duplicates.containsKey(wish)) {
        kept.add(wish.refused(List.of(check.duplicate(wish.number(), duplicates.get(wish)))));
      } else {
        kept.add(kept(wish, decided.next(), others));
      }
    }
    rows.keep(job, lastRow, kept, position);
    refusedInStep =
        (int) kept.stream().filter(row -> row.result().outcome() == Outcome.REFUSED).count();
  }

  private RowStore.Kept kept(RowWish wish, RowOutcome outcome, Map<String, Integer> others) {
    if (outcome.refusal() != null) {
      return wish.refused(check.faults(wish.number(), outcome.refusal()));
    }
    Integer count = others.get(wish.foldedTitle());
    List<CellFault> warnings =
        count == null ? List.of() : List.of(check.sameTitle(wish.number(), count));
    return outcome.result() == null ? wish.valid(warnings) : wish.registered(warnings);
  }
}
