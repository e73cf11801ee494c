package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.vocabulary.Objective;

/**
 * Changes the form. Once approved it needs the context's reason.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param set the new values; null where nothing was said
 * @param cleared names of fields that were emptied
 * @param objectives the year's new targets; null when nothing was said
 */
public record UpdateModel(
    String id,
    @Nullable Integer year,
    ModelForm set,
    Set<String> cleared,
    @Nullable List<Objective> objectives)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public UpdateModel {
    cleared = Set.copyOf(cleared);
    objectives = objectives == null ? null : List.copyOf(objectives);
  }

  @Override
  public String aggregateId() {
    return id;
  }

  /** Only when it says something about persons; what it says nothing about stays sealed. */
  @Override
  public boolean comparesPersonalTexts() {
    return set.subjectName() != null
        || set.responsiblePerson() != null
        || set.contactPhone() != null
        || set.subjectKind() != null;
  }
}
