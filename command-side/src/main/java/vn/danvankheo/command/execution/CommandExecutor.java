package vn.danvankheo.command.execution;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.domain.InvalidCommand;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.command.model.domain.ReplicaForm;
import vn.danvankheo.command.model.domain.ReplicateModel;
import vn.danvankheo.command.replication.domain.RecordTakeover;
import vn.danvankheo.command.uniqueness.RegistrationNumbers;
import vn.danvankheo.events.state.ModelState;

/**
 * Carries out commands: decides, appends the events, reserves what must be unique and remembers the
 * answer, all in one transaction or not at all. When a method returns, the events are durable.
 *
 * <p>Whatever another thread or process did in between is found out: the request is decided anew on
 * the newest state, a few times at most. Safe for use by many threads.
 *
 * <p>All methods throw, besides what they name: {@link RuleBroken} and {@link InvalidCommand} as
 * the decision says; {@link StaleVersion} when the aggregate is at another version than expected;
 * {@link AggregateUnknown} when it does not exist; {@link IdempotencyKeyReused}; {@link Contention}
 * when others kept getting there first; and what the database driver throws when the store is away.
 * After an exception nothing was written. A transaction whose commit was cut off by a lost
 * connection may have happened: the same request with the same key tells.
 */
public final class CommandExecutor {
  private final RequestRunner runner;
  private final RegistrationNumbers numbers;

  CommandExecutor(RequestRunner runner, RegistrationNumbers numbers) {
    this.runner = runner;
    this.numbers = numbers;
  }

  /**
   * Carries out one command.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param command the wish
   * @param expectation what is believed of its aggregate
   * @return version and position after it; no event ids when nothing changed
   */
  public Answer<CommandResult> execute(
      CommandRequest request, Command command, Expectation expectation) {
    return execute(request, command, expectation, () -> {});
  }

  /**
   * Carries out one command and something else with it, such as keeping a password's hash.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param command the wish
   * @param expectation what is believed of its aggregate
   * @param alongside runs in the same transaction once the command was decided; when it throws,
   *     nothing happens. It may run again when the request has to be decided anew.
   * @return version and position after it; no event ids when nothing changed
   */
  public Answer<CommandResult> execute(
      CommandRequest request, Command command, Expectation expectation, Runnable alongside) {
    return runner.run(
        request,
        CommandResult.class,
        attempt -> {
          attempt.assumeReference();
          attempt.gather();
          Decided decided = attempt.perform(command, expectation);
          alongside.run();
          return appends -> attempt.result(decided, appends);
        });
  }

  /**
   * Registers a model under the next registration code of its year.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param year the model's first term, 2000 to 2100
   * @param command makes the command from its registration code
   * @return the new model
   */
  public Answer<CommandResult> register(
      CommandRequest request, int year, Function<String, RegisterModel> command) {
    return runner.run(
        request,
        CommandResult.class,
        attempt -> {
          attempt.assumeReference();
          RegisterModel register = command.apply(numbers.next(year));
          Decided decided = attempt.perform(register, Expectation.created());
          return appends -> attempt.result(decided, appends);
        });
  }

  /**
   * Lets another unit take a model over: records the takeover and registers the copy. Nothing is
   * written on the source, so its version stays, and units that take it over at one time don't get
   * in each other's way.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param command the wish about the source
   * @param expectation what is believed of the source
   * @return the copy; its position is the last of all
   */
  public Answer<CommandResult> replicate(
      CommandRequest request, ReplicateModel command, Expectation expectation) {
    return runner.run(
        request,
        CommandResult.class,
        attempt -> {
          attempt.assumeReference();
          Decided source = attempt.perform(command, expectation);
          attempt.perform(
              new RecordTakeover(
                  command.id(), command.replicaId(), command.unitCode(), command.year()),
              Expectation.created());
          String code = numbers.next(command.year());
          RegisterModel copy =
              ReplicaForm.registration(
                  command, code, (ModelState) source.after(), attempt.context());
          Decided decided = attempt.perform(copy, Expectation.created());
          return appends -> {
            attempt.confirmUnchanged(source);
            return attempt.result(decided, appends);
          };
        });
  }

  /**
   * Carries out several commands by one request and tells each one's outcome.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param intents the wishes; their order is that of the outcomes, not that of the log
   * @param atomic whether one refused command refuses all
   * @return an outcome for each
   * @throws BulkRefused when they belong together and at least one was refused
   */
  public Answer<BulkResult> executeAll(
      CommandRequest request, List<Intent> intents, boolean atomic) {
    return runner.run(request, BulkResult.class, new Bulk(intents, atomic)::run);
  }

  /**
   * Registers many models by one request, each under the next registration code of its year. One
   * that is refused leaves no gap in the codes.
   *
   * @param request who asks and through which request
   * @param registrations at least one
   * @param atomic whether one refused registration refuses all
   * @param alongside runs in the same transaction with every outcome, once the events are written;
   *     when it throws, nothing happens
   * @return an outcome for each
   * @throws BulkRefused when they belong together and at least one was refused
   */
  public BulkResult registerAll(
      CommandRequest request,
      List<Registration> registrations,
      boolean atomic,
      Consumer<BulkResult> alongside) {
    Registrations work = new Registrations(registrations, numbers, atomic, alongside);
    return runner.run(request, BulkResult.class, work::register).result();
  }

  /**
   * Finds out what {@link #registerAll} would come to now, and does nothing.
   *
   * @param request who asks and through which request
   * @param registrations at least one
   * @return an outcome for each: a refusal, or neither result nor refusal
   */
  public List<RowOutcome> rehearse(CommandRequest request, List<Registration> registrations) {
    try {
      runner.run(
          request,
          BulkResult.class,
          new Registrations(registrations, numbers, false, outcomes -> {})::rehearse);
      throw new IllegalStateException("A rehearsal never ends well");
    } catch (Rehearsed rehearsed) {
      return rehearsed.rows();
    }
  }
}
