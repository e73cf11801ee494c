package vn.danvankheo.benchmarks.javers;

import java.util.List;
import org.javers.core.metamodel.annotation.Id;
import org.javers.core.metamodel.annotation.TypeName;
import vn.danvankheo.benchmarks.commands.Workload;
import vn.danvankheo.events.model.ModelForm;

/**
 * A model as a program that keeps its audit by JaVers would have it: an object with plain fields.
 */
@TypeName("Model")
@SuppressWarnings("unused") // read by JaVers
final class AuditedModel {
  @Id private final String id;
  private final String title;
  private final String subjectKind;
  private final String subjectName;
  private final String unitCode;
  private final String field;
  private String content;
  private final String solutions;
  private final String startsOn;
  private final String endsOn;
  private final String location;
  private final String responsiblePosition;
  private final List<String> objectives;

  AuditedModel(String id) {
    ModelForm form = Workload.form(Workload.title(id));
    this.id = id;
    this.title = String.valueOf(form.title());
    this.subjectKind = String.valueOf(form.subjectKind());
    this.subjectName = "Chi bộ phòng Tổng hợp";
    this.unitCode = Workload.UNIT;
    this.field = String.valueOf(form.field());
    this.content = Workload.content(0);
    this.solutions = String.valueOf(form.solutions());
    this.startsOn = String.valueOf(form.startsOn());
    this.endsOn = String.valueOf(form.endsOn());
    this.location = String.valueOf(form.location());
    this.responsiblePosition = String.valueOf(form.responsiblePosition());
    this.objectives = Workload.objectives().stream().map(String::valueOf).toList();
  }

  void change(int number) {
    content = Workload.content(number);
  }
}
