package vn.danvankheo.events.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.vocabulary.PersonalText;

class SealingTest {
  private static final String ID = "0192f0c1-0000-7000-8000-000000000001";
  private static final PersonalText NAME = PersonalText.of("Nguyễn Văn Ẩn");

  private final MasterKey master = MasterKey.parse(MasterKey.generate());
  private final TextKey key = master.newKey(ID, "m/subjectName");

  @Test
  void whatIsSealedIsOpenedByItsKeyTakenOutOfItsWrapping() {
    PersonalText sealed = key.seal(NAME);

    assertThat(sealed.isSealed()).isTrue();
    assertThat(sealed.personal()).isTrue();
    assertThat(sealed.ciphertext()).isNotEqualTo(key.seal(NAME).ciphertext());
    TextKey again = master.unwrap(ID, "m/subjectName", key.wrapped(master));
    assertThat(again.open(sealed)).isEqualTo(NAME);
  }

  @Test
  void nothingOpensElsewhereOrAltered() {
    PersonalText sealed = key.seal(NAME);
    byte[] altered = Base64.getDecoder().decode(sealed.ciphertext());
    altered[altered.length - 1] ^= 1;

    TextKey elsewhere = master.unwrap(ID, "other/subjectName", key.wrapped(master));
    assertThatThrownBy(() -> elsewhere.open(sealed)).isInstanceOf(IllegalStateException.class);
    for (String text :
        List.of(Base64.getEncoder().encodeToString(altered), "", "AAAA", "not base64!")) {
      assertThatThrownBy(() -> key.open(PersonalText.sealed(ID, text)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anotherMasterKeyUnwrapsNothing() {
    MasterKey other = MasterKey.parse(MasterKey.generate());
    byte[] wrapped = key.wrapped(master);

    assertThatThrownBy(() -> other.unwrap(ID, "m/subjectName", wrapped))
        .isInstanceOf(WrongMasterKey.class);
    assertThatThrownBy(() -> master.unwrap("another id", "m/subjectName", wrapped))
        .isInstanceOf(WrongMasterKey.class);
    assertThatThrownBy(() -> MasterKey.parse("AAAA")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytesAreEncryptedForTheirPlace() {
    byte[] wrapped = master.newWrapped("import");
    byte[] encrypted = master.encrypt(wrapped, "import", "Nguyễn".getBytes(UTF_8), "1");

    assertThat(master.decrypt(wrapped, "import", encrypted, "1"))
        .isEqualTo("Nguyễn".getBytes(UTF_8));
    assertThatThrownBy(() -> master.decrypt(wrapped, "import", encrypted, "2"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSealedTextIsNeverTakenForItsWords() {
    PersonalText sealed = key.seal(NAME);

    assertThatThrownBy(sealed::text).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(NAME::ciphertext).isInstanceOf(IllegalStateException.class);
    assertThat(sealed).hasToString("[personal]");
    assertThat(PersonalText.erased().isErased()).isTrue();
    assertThat(NAME.isErased()).isFalse();
  }

  @Test
  void namesAreFoundByTheirWordsAndTheBeginningOfTheLast() {
    NameNumbers numbers =
        new NameNumbers(master.wordNumbers(master.newWrapped("search"), "search"));
    List<Long> stored = Arrays.asList(numbers.of("Nguyễn Văn Ẩn"));

    assertThat(stored).containsAll(Arrays.asList(numbers.wanted("nguyen van an")));
    assertThat(stored).containsAll(Arrays.asList(numbers.wanted("Ẩn NGUY")));
    assertThat(stored).doesNotContainAnyElementsOf(Arrays.asList(numbers.wanted("nguyet")));
    assertThat(stored.containsAll(Arrays.asList(numbers.wanted("nguy van")))).isFalse();
    assertThat(numbers.wanted(" . ")).isEmpty();
  }
}
