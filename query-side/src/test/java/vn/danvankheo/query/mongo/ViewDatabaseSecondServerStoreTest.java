package vn.danvankheo.query.mongo;

import vn.danvankheo.query.testing.ViewServer;

class ViewDatabaseSecondServerStoreTest extends ViewDatabaseConformance {
  ViewDatabaseSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
