package vn.danvankheo.query;

import vn.danvankheo.query.testing.ViewServer;

class QueriesHttpSecondServerStoreTest extends QueriesHttpConformance {
  QueriesHttpSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
