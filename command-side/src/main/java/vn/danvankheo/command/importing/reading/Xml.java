package vn.danvankheo.command.importing.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reading XML of strangers: no document types, no entities, no depths, no look beyond the file. */
final class Xml {
  /** Ten times what parts of workbooks have; the reader remembers where it is in memory. */
  private static final int DEEPEST = 100;

  private static final XMLInputFactory FACTORY = factory();
  private static final Pattern ESCAPED = Pattern.compile("_x(\\p{XDigit}{4})_");

  private Xml() {}

  /** A reader of UTF-8, or of UTF-16 with its mark; other encodings no workbook has. */
  static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(2);
    boolean wide = bytes.read() + bytes.read() == 0xFE + 0xFF;
    bytes.reset();
    CharsetDecoder decoder =
        (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT);
    Reader characters = new BufferedReader(new InputStreamReader(bytes, decoder));
    characters.mark(1);
    try {
      if (characters.read() != '\uFEFF') {
        characters.reset();
      }
    } catch (CharacterCodingException malformed) {
      throw new XMLStreamException(malformed);
    }
    return FACTORY.createXMLStreamReader(characters);
  }

  /** Moves to the next beginning or end of an element; false at the end of the document. */
  static boolean nextTag(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  static boolean isStart(XMLStreamReader xml, String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  static boolean isEnd(XMLStreamReader xml, String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  static int number(@Nullable String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text);
    } catch (NumberFormatException isNone) {
      return -1;
    }
  }

  /** Collects the text of the element the reader is on, up to a length; the rest is skipped. */
  static void appendText(XMLStreamReader xml, StringBuilder text, int longest)
      throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (xml.hasText() && text.length() < longest) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
  }

  /** Puts back the characters that workbooks write as {@code _x000D_}. */
  static String unescaped(String text) {
    return text.indexOf("_x") < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(
                escape -> {
                  char c = (char) Integer.parseInt(escape.group(1), 16);
                  return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
                });
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(
        "http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(DEEPEST));
    return factory;
  }
}
