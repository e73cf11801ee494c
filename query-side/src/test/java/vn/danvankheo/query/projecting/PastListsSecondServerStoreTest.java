package vn.danvankheo.query.projecting;

import vn.danvankheo.query.testing.ViewServer;

class PastListsSecondServerStoreTest extends PastListsConformance {
  PastListsSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
