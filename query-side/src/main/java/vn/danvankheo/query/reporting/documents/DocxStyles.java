package vn.danvankheo.query.reporting.documents;

/** The styles of a Word document, in the sizes of Decree 30/2020/NĐ-CP; sizes in half points. */
final class DocxStyles {
  private static final String CENTRE = "<w:jc w:val=\"center\"/>";
  private static final String RIGHT = "<w:jc w:val=\"right\"/>";
  private static final String BOLD = "<w:b/>";
  private static final String ITALIC = "<w:i/>";
  private static final String INDENT = "<w:ind w:firstLine=\"567\"/>";
  private static final String SPACED = "<w:spacing w:before=\"60\" w:after=\"60\"/>";
  private static final String KEPT = "<w:keepNext/>";

  static final String XML =
      DocxPackage.XML
          + "<w:styles"
          + DocxPackage.W
          + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\""
          + " w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>"
          + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr>"
          + "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\""
          + " w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
          + style("Title", CENTRE, 28, BOLD)
          + style("BodyText", SPACED + INDENT + "<w:jc w:val=\"both\"/>", 28, "")
          + style("BodyTextKept", KEPT + SPACED + INDENT + "<w:jc w:val=\"both\"/>", 28, "")
          + style("Heading1", KEPT + SPACED + INDENT + outline(0), 28, BOLD)
          + style("Heading2", KEPT + SPACED + INDENT + outline(1), 28, BOLD)
          + style("Head", CENTRE, 24, "")
          + style("HeadBold", CENTRE, 24, BOLD)
          + style("Motto", CENTRE, 26, BOLD)
          + style("Number", "<w:spacing w:before=\"80\"/>" + CENTRE, 26, "")
          + style("PlaceAndDay", "<w:spacing w:before=\"80\"/>" + CENTRE, 26, ITALIC)
          + rule("RuleShort", 0, 240, 1_200)
          + rule("RuleMotto", 0, 0, 930)
          + rule("RuleTitle", 0, 240, 3_800)
          + style("Recipients", KEPT, 22, "")
          + style("RecipientsHeading", KEPT, 24, BOLD + ITALIC)
          + style("Signature", KEPT + CENTRE, 28, BOLD)
          + style("SignatureNote", KEPT + CENTRE, 26, ITALIC)
          + style("SignatureSmall", KEPT + CENTRE, 24, BOLD)
          + style("SignatureNoteSmall", KEPT + CENTRE, 22, ITALIC)
          + style("Charts", KEPT + CENTRE, 24, "")
          + style("Proof", KEPT, 18, "")
          + style("End", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", 2, "")
          + style("PageNumber", CENTRE, 26, "")
          + style("PageFoot", "", 16, "")
          + style("Caption", KEPT + CENTRE + outline(0), 28, BOLD)
          + style("Attached", KEPT + "<w:spacing w:after=\"120\"/>" + CENTRE, 26, ITALIC)
          + style("TableHeading", KEPT + CENTRE, 18, BOLD)
          + style("TableText", "", 20, "")
          + style("TableTextKept", KEPT, 20, "")
          + style("TableNumber", RIGHT, 20, "")
          + style("TableNumberKept", KEPT + RIGHT, 20, "")
          + style("TableNone", KEPT + CENTRE, 20, ITALIC)
          + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
          + "<w:tblPr><w:tblBorders>"
          + border("top")
          + border("left")
          + border("bottom")
          + border("right")
          + border("insideH")
          + border("insideV")
          + "</w:tblBorders><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\""
          + " w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";

  private DocxStyles() {}

  /** The order of properties is the schema's: keepNext, pBdr, spacing, ind, jc, outlineLvl. */
  private static String style(String id, String properties, int halfPoints, String more) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + id.replaceAll("^Heading(\\d)$", "heading $1")
        + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
        + properties
        + "</w:pPr><w:rPr>"
        + more
        + ("<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/></w:rPr>")
        + "</w:style>";
  }

  /** A thin line, so far from both sides. */
  private static String rule(String id, int before, int after, int indent) {
    return style(
        id,
        "<w:pBdr>"
            + border("top")
            + ("</w:pBdr><w:spacing w:before=\"" + before + "\" w:after=\"" + after + "\"/>")
            + ("<w:ind w:left=\"" + indent + "\" w:right=\"" + indent + "\"/>"),
        4,
        "");
  }

  private static String outline(int level) {
    return "<w:outlineLvl w:val=\"" + level + "\"/>";
  }

  private static String border(String side) {
    return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
  }
}
