package vn.danvankheo.standalone.embedded;

import org.roaringbitmap.RoaringBitmap;

/**
 * What the indexes know of a query.
 *
 * @param rows where all documents are that match, and maybe others
 * @param exact whether there are no others
 */
record Found(RoaringBitmap rows, boolean exact) {}
