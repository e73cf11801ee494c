package vn.danvankheo.query.drift;

import vn.danvankheo.query.testing.ViewServer;

class DriftHttpEmbeddedStoreTest extends DriftHttpConformance {
  DriftHttpEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
