package vn.danvankheo.query.views.replications;

import vn.danvankheo.query.testing.ViewServer;

class ReplicationsHttpEmbeddedStoreTest extends ReplicationsHttpConformance {
  ReplicationsHttpEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
