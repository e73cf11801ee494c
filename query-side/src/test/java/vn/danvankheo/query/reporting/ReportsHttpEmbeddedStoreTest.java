package vn.danvankheo.query.reporting;

import vn.danvankheo.query.testing.ViewServer;

class ReportsHttpEmbeddedStoreTest extends ReportsHttpConformance {
  ReportsHttpEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
