package vn.danvankheo.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TilesTest {
  @Test
  void pathsAreThoseOfTheSpecification() {
    assertThat(new TilePath(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new TilePath(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
    assertThat(new TilePath(TilePath.ENTRIES, 273, 112).path()).isEqualTo("tile/entries/273.p/112");
    for (String wrong :
        List.of(
            "tile/0/00",
            "tile/0/x000/001",
            "tile/00/000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/07",
            "tile/63/000",
            "tile/-1/000",
            "tile/0/x001",
            "/tile/0/000",
            "")) {
      assertThat(TilePath.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Property
  void aPathIsReadAsItWasWritten(
      @ForAll @IntRange(min = -1, max = 7) int level,
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long index,
      @ForAll @IntRange(min = 1, max = 256) int width) {
    TilePath tile = new TilePath(level, index, width);
    assertThat(TilePath.parse(tile.path())).contains(tile);
  }

  @Test
  void aHashOfAHigherTileIsTheRootOfTheTileBelow() {
    StoredTree tree = StoredTree.of(600);
    assertThat(Hash.of(tree.tile(1, 0), 32, 64))
        .isEqualTo(NaiveTree.root(tree.leaves().subList(256, 512)));
    assertThat(tree.tile(1, 0)).hasSize(64);
    assertThat(tree.hashes().at(9, 0)).isEqualTo(NaiveTree.root(tree.leaves().subList(0, 512)));
    assertThatIllegalStateException().isThrownBy(() -> tree.hashes().at(3, 75));
  }

  @Test
  void bundlesKeepTheirEntries() {
    List<byte[]> entries =
        List.of(new byte[0], new byte[65_535], "mục".getBytes(StandardCharsets.UTF_8));
    byte[] bundle = EntryBundle.encode(entries);
    assertThat(EntryBundle.decode(bundle)).containsExactlyElementsOf(entries);
    assertThat(bundle).startsWith(0, 0, 0xff, 0xff);
    assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(new byte[] {0, 2, 1}));
    assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(new byte[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
  }
}
