package vn.danvankheo.query.drift;

import vn.danvankheo.query.testing.ViewServer;

class DriftHttpSecondServerStoreTest extends DriftHttpConformance {
  DriftHttpSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
