package vn.danvankheo.query.reporting;

import vn.danvankheo.query.testing.ViewServer;

class ReportsHttpSecondServerStoreTest extends ReportsHttpConformance {
  ReportsHttpSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
