package vn.danvankheo.query;

import vn.danvankheo.query.testing.ViewServer;

class QueriesHttpEmbeddedStoreTest extends QueriesHttpConformance {
  QueriesHttpEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
