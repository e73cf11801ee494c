package vn.danvankheo.command.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.web.scratch.Scratch;

/**
 * Keeps papers in the event database, each content once. A file is first put aside on disk, to know
 * its digest and kind before anything is written, and goes in piece by piece: however large it is
 * and however many come at once, little of it is in memory.
 */
public final class AttachmentStore {
  /** The largest file, in bytes. */
  public static final long MAX_BYTES = 25L * 1024 * 1024;

  private static final int PIECE = 256 * 1024;
  private static final String KEEP =
      "INSERT INTO attachment (id, name, media_type, size, created_at, created_by)"
          + " VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING";
  private static final String KEEP_PIECE =
      "INSERT INTO attachment_piece (attachment_id, no, content) VALUES (?,?,?)";
  private static final String KNOWN = "SELECT id FROM attachment WHERE id = ANY (?)";

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Scratch scratch;
  private final Clock clock;

  AttachmentStore(
      JdbcTemplate jdbc, TransactionOperations transactions, Scratch scratch, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.scratch = scratch;
    this.clock = clock;
  }

  /**
   * Keeps a paper, or finds that it is kept already.
   *
   * @param content the bytes, read to their end or to the limit; the caller closes it
   * @param name the name it was sent under
   * @param userName who sent it
   * @return what it is known by; the name is the one given here
   * @throws AttachmentTooLarge when it is larger than {@link #MAX_BYTES}
   * @throws UnsupportedContent when it is not PDF, JPEG, PNG, WebP, DOCX or XLSX
   * @throws IOException when the content can't be read or put aside
   */
  public Attachment keep(InputStream content, String name, String userName) throws IOException {
    Path aside = scratch.file();
    try {
      String id = "sha256:" + putAside(content, aside);
      ContentType type = ContentType.of(aside).orElseThrow(UnsupportedContent::new);
      Attachment attachment = new Attachment(id, name, type.mediaType(), Files.size(aside));
      keep(attachment, aside, userName);
      return attachment;
    } finally {
      Files.delete(aside);
    }
  }

  /**
   * Which of some ids belong to papers that are kept.
   *
   * @param ids any texts
   * @return those that are known
   */
  public List<String> known(List<String> ids) {
    return jdbc.queryForList(KNOWN, String.class, (Object) ids.toArray(String[]::new));
  }

  private static String putAside(InputStream content, Path aside) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(aside), digest)) {
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
        size += n;
        if (size > MAX_BYTES) {
          throw new AttachmentTooLarge();
        }
        out.write(piece, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The row comes first: who sends the same at the same time waits for it, and then has nothing to
   * do.
   */
  private void keep(Attachment attachment, Path aside, String userName) throws IOException {
    try (InputStream in = Files.newInputStream(aside)) {
      transactions.executeWithoutResult(
          status -> {
            int added =
                jdbc.update(
                    KEEP,
                    attachment.id(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    clock.instant().atOffset(ZoneOffset.UTC),
                    userName);
            if (added == 1) {
              keepPieces(attachment.id(), in);
            }
          });
    }
  }

  private void keepPieces(String id, InputStream in) {
    try {
      int no = 0;
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        jdbc.update(KEEP_PIECE, id, no++, piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
