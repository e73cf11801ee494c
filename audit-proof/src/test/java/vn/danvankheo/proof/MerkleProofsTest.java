package vn.danvankheo.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleProofsTest {
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void rootsAreThoseOfCertificateTransparencysReferenceVectors() {
    Frontier frontier = Frontier.empty();
    assertThat(frontier.root().hex()).isEqualTo(ROOTS.get(0));
    for (int i = 0; i < INPUTS.size(); i++) {
      frontier.append(Hash.leaf(HexFormat.of().parseHex(INPUTS.get(i))));
      assertThat(frontier.root().hex()).isEqualTo(ROOTS.get(i + 1));
    }
  }

  @Property(tries = 100)
  void rootsEqualTheRecursiveDefinition(@ForAll @IntRange(max = 600) int size) {
    StoredTree tree = StoredTree.of(size);
    Hash expected = NaiveTree.root(tree.leaves());
    assertThat(tree.root()).isEqualTo(expected);
    assertThat(MerkleProofs.root(size, tree.hashes())).isEqualTo(expected);
    assertThat(Frontier.of(size, tree.hashes()).root()).isEqualTo(expected);
  }

  @Property(tries = 300)
  void inclusionProofsEqualTheRecursiveDefinitionAndVerify(
      @ForAll @IntRange(min = 1, max = 600) int size, @ForAll @IntRange(max = 599) int chosen) {
    int index = chosen % size;
    StoredTree tree = StoredTree.of(size);
    Hash leaf = tree.leaves().get(index);
    List<Hash> proof = MerkleProofs.inclusion(index, size, tree.hashes());

    assertThat(proof).isEqualTo(NaiveTree.inclusion(index, tree.leaves()));
    assertThat(MerkleProofs.verifyInclusion(leaf, index, size, tree.root(), proof)).isTrue();
  }

  @Property(tries = 300)
  void consistencyProofsEqualTheRecursiveDefinitionAndVerify(
      @ForAll @IntRange(max = 600) int second, @ForAll @IntRange(max = 600) int chosen) {
    int first = chosen % (second + 1);
    StoredTree tree = StoredTree.of(second);
    Hash firstRoot = NaiveTree.root(tree.leaves().subList(0, first));
    List<Hash> proof = MerkleProofs.consistency(first, second, tree.hashes());

    assertThat(proof).isEqualTo(NaiveTree.consistency(first, tree.leaves()));
    assertThat(MerkleProofs.verifyConsistency(first, firstRoot, second, tree.root(), proof))
        .isTrue();
  }

  @Property(tries = 300)
  void anInclusionProofHoldsForNothingElse(
      @ForAll @IntRange(min = 2, max = 300) int size,
      @ForAll @IntRange(max = 299) int chosen,
      @ForAll @IntRange(max = 9) int part) {
    int index = chosen % size;
    StoredTree tree = StoredTree.of(size);
    Hash leaf = tree.leaves().get(index);
    List<Hash> proof = MerkleProofs.inclusion(index, size, tree.hashes());

    assertThat(MerkleProofs.verifyInclusion(other(leaf), index, size, tree.root(), proof))
        .isFalse();
    assertThat(MerkleProofs.verifyInclusion(leaf, index, size, other(tree.root()), proof))
        .isFalse();
    int wrong = (index + 1) % size;
    assertThat(MerkleProofs.verifyInclusion(leaf, wrong, size, tree.root(), proof)).isFalse();
    assertThat(MerkleProofs.verifyInclusion(leaf, -1, size, tree.root(), proof)).isFalse();
    assertThat(MerkleProofs.verifyInclusion(leaf, size, size, tree.root(), proof)).isFalse();
    for (List<Hash> broken : broken(proof, part)) {
      assertThat(MerkleProofs.verifyInclusion(leaf, index, size, tree.root(), broken)).isFalse();
    }
  }

  @Property(tries = 300)
  void aConsistencyProofHoldsForNothingElse(
      @ForAll @IntRange(min = 2, max = 300) int second,
      @ForAll @IntRange(max = 299) int chosen,
      @ForAll @IntRange(max = 9) int part) {
    int first = 1 + chosen % (second - 1);
    StoredTree tree = StoredTree.of(second);
    Hash from = NaiveTree.root(tree.leaves().subList(0, first));
    Hash to = tree.root();
    List<Hash> proof = MerkleProofs.consistency(first, second, tree.hashes());

    assertThat(MerkleProofs.verifyConsistency(first, other(from), second, to, proof)).isFalse();
    assertThat(MerkleProofs.verifyConsistency(first, from, second, other(to), proof)).isFalse();
    assertThat(MerkleProofs.verifyConsistency(second, to, first, from, proof)).isFalse();
    for (List<Hash> broken : broken(proof, part)) {
      assertThat(MerkleProofs.verifyConsistency(first, from, second, to, broken)).isFalse();
    }
  }

  @Test
  void asksForNothingOutsideTheTree() {
    StoredTree tree = StoredTree.of(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleProofs.inclusion(5, 5, tree.hashes()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleProofs.consistency(6, 5, tree.hashes()));
  }

  private static List<List<Hash>> broken(List<Hash> proof, int part) {
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(Hash.empty());
    if (proof.isEmpty()) {
      return List.of(longer);
    }
    List<Hash> changed = new ArrayList<>(proof);
    changed.set(part % proof.size(), other(proof.get(part % proof.size())));
    return List.of(longer, changed, proof.subList(1, proof.size()));
  }

  private static Hash other(Hash hash) {
    return Hash.sha256(hash.hex().getBytes(StandardCharsets.US_ASCII));
  }
}
