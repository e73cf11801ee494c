package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a file of a bundle, piece by piece, and the same whenever it is asked to. */
@FunctionalInterface
interface Content {
  void writeTo(OutputStream out) throws IOException;
}
