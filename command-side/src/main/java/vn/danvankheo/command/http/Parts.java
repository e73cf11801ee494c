package vn.danvankheo.command.http;

import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.integer;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import vn.danvankheo.web.validation.ListSchema;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schema;
import vn.danvankheo.web.validation.Schemas;
import vn.danvankheo.web.validation.TextSchema;

/** What bodies of several commands have in common. */
public final class Parts {
  /** A unit's code; it stands in paths too. */
  public static final TextSchema UNIT_CODE =
      text(1, 40).like("[A-Za-z0-9Đđ][A-Za-z0-9Đđ._-]*", "VP-HCTC");

  /** The name of a position, a unit, a body. */
  public static final TextSchema NAME = text(2, 200);

  /** A year that can have a plan. */
  public static final Schema YEAR = integer(2000, 2100);

  /** An amount of money in whole đồng. */
  public static final Schema MONEY = integer(0, 10_000_000_000_000L);

  /** The number of a document, such as {@code 2314/QĐ-UBND} or {@code 03-KL/TU}. */
  public static final TextSchema DOCUMENT_NUMBER = text(1, 50);

  /** A code within a plan. */
  public static final TextSchema CODE = text(1, 50);

  /** A reason that need not be given. */
  public static final TextSchema REASON = text(1, 2_000).lines();

  /** A reason that is long enough to help whoever has to act on it. */
  public static final TextSchema FULL_REASON = text(20, 2_000).lines();

  /** A text of some paragraphs. */
  public static final TextSchema LONG_TEXT = text(0, 5_000).lines();

  /** Ids of attachments. */
  public static final ListSchema ATTACHMENTS =
      list(text(71, 71).like("sha256:[0-9a-f]{64}", "sha256:" + "0".repeat(64)), 0, 20).unique("");

  /** A signed decision. */
  public static final ObjectSchema DECISION =
      object()
          .required("number", DOCUMENT_NUMBER)
          .required("issuedOn", date())
          .required("issuer", NAME)
          .required("signerPosition", NAME);

  /** A document that something rests on. */
  public static final ObjectSchema LEGAL_BASIS =
      object()
          .required("code", CODE)
          .required("title", text(1, 500))
          .required("issuer", NAME)
          .optional("issuedOn", date());

  /** What a year is to reach. */
  public static final ListSchema OBJECTIVES =
      list(
          object()
              .required("indicator", text(2, 300))
              .required("unit", text(1, 50))
              .required("target", Schemas.decimal("0", "1000000000000", "0.0001")),
          1,
          20);

  /** Who benefits. */
  public static final ObjectSchema BENEFICIARIES =
      object()
          .optional("households", integer(0, 10_000_000))
          .optional("people", integer(0, 10_000_000));

  private Parts() {}

  /**
   * A body that may give a reason.
   *
   * @return a schema to go on with
   */
  public static ObjectSchema body() {
    return object().optional("reason", REASON);
  }

  /**
   * A body about a term, the latest unless it names a year, that may give a reason.
   *
   * @return a schema to go on with
   */
  public static ObjectSchema term() {
    return body().optional("year", YEAR);
  }
}
