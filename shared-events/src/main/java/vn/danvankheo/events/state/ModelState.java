package vn.danvankheo.events.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.vocabulary.SourceModel;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * A model after its events.
 *
 * @param id the lasting id
 * @param code the registration code
 * @param version sequence number of the last event
 * @param form the form in force
 * @param terms by year, earliest first, never empty
 * @param replicatedFrom its source when it is a replica
 * @param replicas the models that took it over, as far as its own stream tells; a {@link Takeover}
 *     each tells of the others
 * @param closure how it ended; null while it goes on
 * @param createdAt when its first event was recorded
 * @param updatedAt when its last event was recorded
 */
public record ModelState(
    String id,
    String code,
    long version,
    ModelForm form,
    List<Term> terms,
    @Nullable SourceModel replicatedFrom,
    List<Replica> replicas,
    @Nullable Closure closure,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * The latest term.
   *
   * @return the one of the latest year
   */
  public Term latest() {
    return terms.get(terms.size() - 1);
  }

  /**
   * The term of a year.
   *
   * @param year the year
   * @return empty when the model was not registered for it
   */
  public Optional<Term> term(int year) {
    return terms.stream().filter(term -> term.year() == year).findFirst();
  }

  /**
   * The model's status: that of its latest term, or CLOSED once it was completed.
   *
   * @return never null
   */
  public TermStatus status() {
    TermStatus latest = latest().status();
    return closure == null || latest == TermStatus.STOPPED ? latest : TermStatus.CLOSED;
  }

  /**
   * Whether it was recognised in any year.
   *
   * @return true when any term has a recognition
   */
  public boolean everRecognized() {
    return terms.stream().anyMatch(Term::recognized);
  }

  /**
   * All inspections of all years; their numbers run through the model.
   *
   * @return void ones included
   */
  public Stream<Inspection> inspections() {
    return terms.stream().flatMap(term -> term.inspections().stream());
  }

  /**
   * All commendations of all years; their numbers run through the model.
   *
   * @return revoked ones included
   */
  public Stream<Commendation> commendations() {
    return terms.stream().flatMap(term -> term.commendations().stream());
  }

  /**
   * All progress reports of all years; their numbers run through the model.
   *
   * @return corrected ones included
   */
  public Stream<ProgressReport> progressReports() {
    return terms.stream().flatMap(term -> term.progressReports().stream());
  }

  ModelState with(ModelForm newForm) {
    return copy(newForm, terms, replicas, closure);
  }

  ModelState with(Closure newClosure) {
    return copy(form, terms, replicas, newClosure);
  }

  /**
   * The model with one more copy; neither its version nor its time is another.
   *
   * @param replica the copy
   * @return a new state
   */
  public ModelState plus(Replica replica) {
    return copy(form, terms, Lists.plus(replicas, replica), closure);
  }

  ModelState plus(Term term) {
    List<Term> sorted =
        Lists.plus(terms, term).stream()
            .sorted((a, b) -> Integer.compare(a.year(), b.year()))
            .toList();
    return copy(form, sorted, replicas, closure);
  }

  ModelState inTerm(int year, Consumer<Term.Draft> change) {
    UnaryOperator<Term> changed = term -> term.with(change);
    return copy(form, Lists.change(terms, term -> term.year() == year, changed), replicas, closure);
  }

  ModelState at(long newVersion, Instant when) {
    return new ModelState(
        id, code, newVersion, form, terms, replicatedFrom, replicas, closure, createdAt, when);
  }

  private ModelState copy(ModelForm f, List<Term> t, List<Replica> r, @Nullable Closure c) {
    return new ModelState(id, code, version, f, t, replicatedFrom, r, c, createdAt, updatedAt);
  }
}
