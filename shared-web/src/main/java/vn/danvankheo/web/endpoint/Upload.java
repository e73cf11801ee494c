package vn.danvankheo.web.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.validation.JsonBody;
import vn.danvankheo.web.validation.TextRules;

/** The one file of a multipart request, put aside on disk by the servlet container. */
public final class Upload {
  private static final String TYPE = "multipart/form-data";
  private static final String FILE = "file";
  private static final int NAME_LENGTH = 200;
  private static final int CAUSES = 10;

  private Upload() {}

  /**
   * Takes the file.
   *
   * @param request the request
   * @return the part {@code file}
   * @throws IOException when the caller is gone
   * @throws vn.danvankheo.web.problem.ProblemException 413 when it is too large, 415 when the
   *     request is not multipart, 400 when it is cut off or malformed, 422 when there is no such
   *     part, or any other
   */
  public static Part of(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.regionMatches(true, 0, TYPE, 0, TYPE.length())) {
      throw ProblemCode.UNSUPPORTED_MEDIA_TYPE
          .problem(Map.of("accepted", TYPE))
          .header("Accept", TYPE)
          .exception();
    }
    JsonBody.refuseCoding(request);
    return only(parts(request));
  }

  /**
   * The name of a file as its sender has it.
   *
   * @param part the part
   * @return without folders and what could not be stored; at most 200 characters
   */
  public static String name(Part part) {
    String given = part.getSubmittedFileName();
    String clean = given == null ? "" : VietnameseText.clean(given);
    String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
    if (last.isBlank() || !TextRules.isStorable(last) || !TextRules.isOneLine(last)) {
      return FILE;
    }
    int length = last.codePointCount(0, last.length());
    return length <= NAME_LENGTH
        ? last
        : last.substring(last.offsetByCodePoints(last.length(), -NAME_LENGTH));
  }

  private static Collection<Part> parts(HttpServletRequest request) throws IOException {
    try {
      return request.getParts();
    } catch (ServletException | IllegalStateException | IOException refused) {
      if (isTooLarge(refused)) {
        throw ProblemCode.BODY_TOO_LARGE.problem(Map.of("limit", "25 MB")).exception();
      }
      throw ProblemCode.MALFORMED_MULTIPART.problem().exception();
    }
  }

  private static boolean isTooLarge(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      if (cause.getClass().getSimpleName().endsWith("SizeLimitExceededException")) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static Part only(Collection<Part> parts) {
    List<FieldFault> faults = new ArrayList<>();
    Part file = null;
    for (Part part : parts) {
      if (!FILE.equals(part.getName())) {
        faults.add(new FieldFault("/" + part.getName(), "UNKNOWN_FIELD"));
      } else if (file != null) {
        faults.add(new FieldFault("/" + FILE, "REPEATED"));
      } else {
        file = part;
      }
    }
    if (file == null) {
      faults.add(new FieldFault("/" + FILE, "REQUIRED"));
    }
    if (file == null || !faults.isEmpty()) {
      throw ProblemCode.INVALID_FIELDS.problem(faults).exception();
    }
    return file;
  }
}
