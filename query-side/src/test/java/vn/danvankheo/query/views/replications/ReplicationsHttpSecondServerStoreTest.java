package vn.danvankheo.query.views.replications;

import vn.danvankheo.query.testing.ViewServer;

class ReplicationsHttpSecondServerStoreTest extends ReplicationsHttpConformance {
  ReplicationsHttpSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
