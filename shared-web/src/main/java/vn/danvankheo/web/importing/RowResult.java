package vn.danvankheo.web.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a file.
 *
 * @param row 1-based, as a spreadsheet counts
 * @param outcome what became of it
 * @param modelId the new model; null unless it was registered
 * @param code its registration code; null unless it was registered
 * @param converted the legacy encoding its texts were converted from; null when they were Unicode
 * @param faults why it was refused; of a row that was not, what people are warned of
 */
public record RowResult(
    int row,
    Outcome outcome,
    @Nullable String modelId,
    @Nullable String code,
    @Nullable String converted,
    List<CellFault> faults) {

  /** What can become of a row. */
  public enum Outcome {
    /** The model is registered. */
    REGISTERED,
    /** It would have been registered. */
    VALID,
    /** Nothing was done for it. */
    REFUSED
  }

  /** Keeps its own copy of the faults. */
  public RowResult {
    faults = List.copyOf(faults);
  }
}
