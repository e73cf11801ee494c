package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.audit.ledger.LedgerVerification.Report;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.keys.KeyFolder;
import vn.danvankheo.web.problem.Language;

/** Verifies a whole database from the command line, without any server of ours. */
public final class VerifyCommand {
  /** All is as it was recorded. */
  public static final int VERIFIED = 0;

  /** Something is not. */
  public static final int FOUND = 1;

  /** The verification could not be made. */
  public static final int UNABLE = 2;

  private final Path data;
  private final List<Path> checkpoints;
  private final Language language;
  private final PrintStream out;

  /**
   * Prepares a verification.
   *
   * @param data the data folder, whose kept checkpoint is compared when it is there
   * @param checkpoints files with further checkpoints that were kept elsewhere
   * @param language of what it says
   * @param out where it says it
   */
  public VerifyCommand(Path data, List<Path> checkpoints, Language language, PrintStream out) {
    this.data = data;
    this.checkpoints = List.copyOf(checkpoints);
    this.language = language;
    this.out = out;
  }

  /**
   * Verifies; changes nothing.
   *
   * @param connection to the event database
   * @return an exit status
   */
  public int run(Connection connection) {
    try {
      connection.setAutoCommit(true);
      connection.setReadOnly(true);
      Report report =
          new LedgerVerification(connection).run(1, Long.MAX_VALUE, elsewhere(), done -> {});
      report.findings().forEach(this::tell);
      String key = report.found() == 0 ? "Verification.good" : "Verification.bad";
      out.println(
          Labels.of(key, language)
              .replace("{events}", Long.toString(report.events()))
              .replace("{found}", Integer.toString(report.found())));
      return report.found() == 0 ? VERIFIED : FOUND;
    } catch (SQLException | IOException | RuntimeException e) {
      out.println("danvankheo verify: " + e.getMessage());
      return UNABLE;
    }
  }

  private List<SignedNote> elsewhere() throws IOException {
    List<SignedNote> notes = new ArrayList<>();
    new KeptCheckpoint(new KeyFolder(data)).read().ifPresent(notes::add);
    for (Path file : checkpoints) {
      notes.add(SignedNote.parse(Files.readString(file, StandardCharsets.UTF_8)));
    }
    return notes;
  }

  private void tell(Finding finding) {
    out.println(finding.flaw().kind() + " " + FindingWords.detail(finding, language));
    if (finding.eventId() != null) {
      out.println(
          "  position="
              + finding.position()
              + " eventId="
              + finding.eventId()
              + " aggregateId="
              + finding.aggregateId());
    }
  }
}
