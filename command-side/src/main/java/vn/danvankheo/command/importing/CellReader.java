package vn.danvankheo.command.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.danvankheo.command.importing.reading.TableCell;
import vn.danvankheo.command.importing.reading.TableCell.Kind;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.web.importing.ImportChoice;
import vn.danvankheo.web.importing.ImportColumn;
import vn.danvankheo.web.importing.ModelTemplate;

/** Reads a cell as its column asks. */
final class CellReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NAME_BEHIND_CODE = Pattern.compile("(\\S+)\\s+[-–—:|]\\s.*");
  private static final DateTimeFormatter SHOWN_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final Map<String, Map<String, String>> CHOICES = choices();

  private final LocalDate dayZero;

  CellReader(LocalDate dayZero) {
    this.dayZero = dayZero;
  }

  /** A value, or why there is none. */
  record Read(
      @Nullable JsonNode value, @Nullable CellFaultCode fault, Map<String, Object> details) {
    static Read of(JsonNode value) {
      return new Read(value, null, Map.of());
    }

    static Read fault(CellFaultCode code) {
      return fault(code, Map.of());
    }

    static Read fault(CellFaultCode code, Map<String, Object> details) {
      return new Read(null, code, details);
    }
  }

  Read read(ImportColumn column, TableCell cell) {
    if (cell.kind() == Kind.FORMULA) {
      return Read.fault(CellFaultCode.FORMULA);
    }
    if (cell.kind() == Kind.ERROR) {
      return Read.fault(CellFaultCode.CELL_ERROR);
    }
    if (cell.kind() == Kind.OVERLONG) {
      return Read.fault(CellFaultCode.CELL_TOO_LONG, Map.of("maximum", TableCell.LONGEST_TEXT));
    }
    switch (column.kind()) {
      case CODE:
        return Read.of(JSON.stringNode(NAME_BEHIND_CODE.matcher(shown(cell)).replaceFirst("$1")));
      case INTEGER:
        return integer(cell);
      case DATE:
        return date(cell);
      case CHOICE:
        return choice(column, shown(cell));
      case LIST:
        return list(shown(cell));
      case OBJECTIVES:
        return objectives(cell.text());
      case PHONE:
        return Read.of(JSON.stringNode(phone(cell)));
      case TEXT:
      case IGNORED:
      default:
        return Read.of(JSON.stringNode(shown(cell)));
    }
  }

  /** The words that a spreadsheet shows in the cell. */
  private String shown(TableCell cell) {
    if (cell.kind() == Kind.DATE_SERIAL) {
      return DateText.serial(cell.text(), dayZero).map(SHOWN_DAY::format).orElse(cell.text());
    }
    return VietnameseText.clean(cell.text());
  }

  private static Read integer(TableCell cell) {
    Optional<Long> number = Optional.empty();
    if (cell.kind() == Kind.NUMBER) {
      number = NumberText.exact(new BigDecimal(cell.text()));
    } else if (cell.kind() == Kind.TEXT) {
      number = NumberText.whole(cell.text());
    }
    return number
        .map(value -> Read.of(JSON.numberNode(value.longValue())))
        .orElseGet(() -> Read.fault(CellFaultCode.NOT_A_WHOLE_NUMBER));
  }

  private Read date(TableCell cell) {
    boolean serial = cell.kind() == Kind.DATE_SERIAL || cell.kind() == Kind.NUMBER;
    Optional<LocalDate> day =
        serial ? DateText.serial(cell.text(), dayZero) : DateText.day(cell.text(), dayZero);
    return day.map(value -> Read.of(JSON.stringNode(value.toString())))
        .orElseGet(() -> Read.fault(CellFaultCode.NOT_A_DATE));
  }

  private static Read choice(ImportColumn column, String typed) {
    String code = CHOICES.get(column.field()).get(ImportColumn.headingKey(typed));
    if (code != null) {
      return Read.of(JSON.stringNode(code));
    }
    List<String> labels = column.choices().stream().map(ImportChoice::label).toList();
    return Read.fault(CellFaultCode.NOT_A_CHOICE, Map.of("choices", String.join("; ", labels)));
  }

  /** The codes of each column's choices by what may be written for them: the label or the code. */
  private static Map<String, Map<String, String>> choices() {
    Map<String, Map<String, String>> byColumn = new HashMap<>();
    for (ImportColumn column : ModelTemplate.columns()) {
      Map<String, String> codes = new HashMap<>();
      for (ImportChoice choice : column.choices()) {
        codes.put(ImportColumn.headingKey(choice.label()), choice.code());
        codes.put(ImportColumn.headingKey(choice.code()), choice.code());
      }
      byColumn.put(column.field(), codes);
    }
    return byColumn;
  }

  private static Read list(String typed) {
    ArrayNode values = JSON.arrayNode();
    for (String entry : typed.split("[;\\n]")) {
      String value = VietnameseText.clean(entry);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return Read.of(values);
  }

  private static Read objectives(String typed) {
    ObjectivesText.Read read = ObjectivesText.read(typed);
    if (read.wrongEntry() > 0) {
      return Read.fault(CellFaultCode.OBJECTIVE_SYNTAX, Map.of("entry", read.wrongEntry()));
    }
    ArrayNode values = JSON.arrayNode();
    for (Objective objective : new ArrayList<>(read.objectives())) {
      values
          .addObject()
          .put("indicator", objective.indicator())
          .put("unit", objective.unit())
          .put("target", objective.target());
    }
    return Read.of(values);
  }

  /** A telephone number that was typed as a number has lost its leading zero. */
  private String phone(TableCell cell) {
    boolean lostZero = cell.kind() == Kind.NUMBER && cell.text().matches("[1-9]\\d{8}");
    return lostZero ? "0" + cell.text() : shown(cell);
  }
}
