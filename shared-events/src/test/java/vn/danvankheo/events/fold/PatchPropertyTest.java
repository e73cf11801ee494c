package vn.danvankheo.events.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchPropertyTest {
  record Form(@Nullable String name, @Nullable Integer size, @Nullable List<String> tags) {}

  private static final Form NOTHING = new Form(null, null, null);

  @Provide
  Arbitrary<Form> forms() {
    return Combinators.combine(
            Arbitraries.of("a", "b").injectNull(0.3),
            Arbitraries.of(1, 2).injectNull(0.3),
            Arbitraries.of("x", "y").list().ofMaxSize(2).injectNull(0.3))
        .as(Form::new);
  }

  /** An empty list counts as nothing. */
  private static Form plain(Form form) {
    List<String> tags = form.tags();
    return new Form(form.name(), form.size(), tags == null || tags.isEmpty() ? null : tags);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theDifferenceTurnsOneIntoTheOther(
      @ForAll("forms") Form before, @ForAll("forms") Form after) {
    assertThat(plain(Patch.between(before, after).applyTo(before))).isEqualTo(plain(after));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void equalRecordsDifferInNothing(@ForAll("forms") Form form) {
    assertThat(Patch.between(form, form)).isEqualTo(new Patch<>(NOTHING, List.of()));
    assertThat(Patch.between(form, form).touched()).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void onlyWhatDiffersIsTouched(@ForAll("forms") Form before, @ForAll("forms") Form after) {
    List<String> differing = new ArrayList<>();
    if (!Objects.equals(before.name(), after.name())) {
      differing.add("name");
    }
    if (!Objects.equals(before.size(), after.size())) {
      differing.add("size");
    }
    if (!Objects.equals(plain(before).tags(), plain(after).tags())) {
      differing.add("tags");
    }
    assertThat(Patch.between(before, after).touched()).isEqualTo(differing);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsClearedHasNoNewValue(@ForAll("forms") Form before, @ForAll("forms") Form after) {
    Patch<Form> patch = Patch.between(before, after);
    Form kept = new Patch<>(NOTHING, patch.cleared()).applyTo(patch.changed());
    assertThat(kept).isEqualTo(patch.changed());
  }

  @Test
  void anEmptyListCountsAsNothing() {
    Form tagged = new Form(null, null, List.of("x"));
    Form untagged = new Form(null, null, List.of());
    assertThat(Patch.between(tagged, untagged)).isEqualTo(new Patch<>(NOTHING, List.of("tags")));
    assertThat(Patch.between(untagged, NOTHING).touched()).isEmpty();
    assertThat(new Patch<>(untagged, List.of()).applyTo(tagged)).isEqualTo(tagged);
  }
}
