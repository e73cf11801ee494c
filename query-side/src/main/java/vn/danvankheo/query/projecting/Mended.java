package vn.danvankheo.query.projecting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.parity.Difference;

/**
 * What came of making a document anew from its stream.
 *
 * @param position what it reflects: everything of its stream up to this log position
 * @param events how many events it was folded from; 0 when there is no such stream
 * @param differences what was not as it should be before
 * @param failure which event can't be folded, when the document stays as it was; else null
 */
public record Mended(
    long position, int events, List<Difference> differences, @Nullable String failure) {}
