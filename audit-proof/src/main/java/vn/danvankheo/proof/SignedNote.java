package vn.danvankheo.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures below it: C2SP signed-note.
 *
 * @param text what is signed, with the line end of its last line
 * @param signatures of whoever signed, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MAX_SIGNATURES = 100;

  /** Refuses a text that no note can have. */
  public SignedNote {
    if (!text.endsWith("\n")
        || text.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == '\uFFFD')) {
      throw new IllegalArgumentException("Not the text of a note");
    }
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note; its signatures are not checked.
   *
   * @param note the whole text
   * @return its parts
   * @throws IllegalArgumentException when it is no note
   */
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
      throw new IllegalArgumentException("A note has a text, an empty line and signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("A note with " + signatures.size() + " signatures");
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  /**
   * The same text with one more signature.
   *
   * @param signature goes below the others, unless it is there already
   * @return a new note
   */
  public SignedNote with(NoteSignature signature) {
    if (signatures.contains(signature)) {
      return this;
    }
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * Whether a key has signed this.
   *
   * @param key whose signature is looked for
   * @return false when it is missing, or when one by that name and id is wrong
   */
  public boolean signedBy(VerifierKey key) {
    List<NoteSignature> own = signatures.stream().filter(key::made).toList();
    return !own.isEmpty() && own.stream().allMatch(signature -> key.verify(text, signature));
  }

  /**
   * The whole note.
   *
   * @return text, an empty line, and a line for each signature
   */
  public String note() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }
}
