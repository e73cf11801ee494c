package vn.danvankheo.command.importing.running;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.domain.Fault;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.execution.Refusal;
import vn.danvankheo.command.http.Basis;
import vn.danvankheo.command.importing.CellFaultCode;
import vn.danvankheo.command.importing.ImportRow;
import vn.danvankheo.command.importing.RowReader;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.command.model.http.ModelForms;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemException;

/** Makes wishes of rows by the rules that bodies of {@code POST /api/models} have to keep. */
final class RowCheck {
  private static final int DIGEST = 16;

  private final RowReader reader;
  private final Supplier<String> ids;

  RowCheck(RowReader reader, Supplier<String> ids) {
    this.reader = reader;
    this.ids = ids;
  }

  RowWish check(ImportRow row) {
    List<CellFault> faults = new ArrayList<>(row.faults());
    ObjectNode body;
    try {
      body = ModelForms.REGISTRATION.check(row.body());
    } catch (ProblemException invalid) {
      addFieldFaults(row, invalid.problem().faults(), faults);
      return RowWish.wrong(row, faults);
    }
    return faults.isEmpty() ? wish(row, body) : RowWish.wrong(row, faults);
  }

  /** A cell that could not be read is wrong once, not also missing. */
  private void addFieldFaults(ImportRow row, List<FieldFault> fields, List<CellFault> faults) {
    Set<String> told = new HashSet<>();
    faults.forEach(fault -> told.add(fault.cell()));
    for (FieldFault field : fields) {
      CellFault fault = reader.atCell(row.number(), field.pointer(), field.code(), field.details());
      if (!told.contains(fault.cell())) {
        faults.add(fault);
      }
    }
  }

  private RowWish wish(ImportRow row, ObjectNode body) {
    JsonNode reason = body.remove("reason");
    String basis = Basis.of(body);
    RegisterModel command = ModelForms.registration(body, ids.get());
    return RowWish.of(
        row, command, digest(command), reason == null ? null : reason.stringValue(), basis);
  }

  private static String digest(RegisterModel command) {
    String title = String.valueOf(command.form().title());
    String key =
        command.form().unitCode() + "\n" + command.year() + "\n" + VietnameseText.titleKey(title);
    return Sha256.hex(key).substring(0, 2 * DIGEST);
  }

  /** Why a row was refused, at its cells. */
  List<CellFault> faults(int row, Refusal refusal) {
    if (refusal.kind() == Refusal.Kind.RULE_BROKEN) {
      String code = String.valueOf(refusal.code());
      return List.of(reader.atCell(row, pointer(Rule.valueOf(code)), code, refusal.details()));
    }
    List<CellFault> faults = new ArrayList<>();
    for (Fault fault : refusal.faults()) {
      faults.add(reader.atCell(row, fault.pointer(), fault.code(), fault.details()));
    }
    return faults;
  }

  CellFault duplicate(int row, @Nullable Integer earlier) {
    Map<String, Object> details = earlier == null ? Map.of() : Map.of("row", earlier);
    return reader.atCell(row, "/title", CellFaultCode.DUPLICATE_IN_FILE.name(), details);
  }

  CellFault sameTitle(int row, int count) {
    String code = CellFaultCode.SAME_TITLE_ELSEWHERE.name();
    return reader.atCell(row, "/title", code, Map.of("count", count));
  }

  private static String pointer(Rule rule) {
    return switch (rule) {
      case UNIT_NOT_ACTIVE, NOT_YOUR_UNIT, ROLE_NOT_ENTITLED -> "/unitCode";
      case PLAN_NOT_ISSUED -> "/year";
      case REGISTRATION_CLOSED -> "/reason";
      default -> "/title";
    };
  }
}
