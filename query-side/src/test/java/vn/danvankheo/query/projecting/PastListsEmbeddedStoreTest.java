package vn.danvankheo.query.projecting;

import vn.danvankheo.query.testing.ViewServer;

class PastListsEmbeddedStoreTest extends PastListsConformance {
  PastListsEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
