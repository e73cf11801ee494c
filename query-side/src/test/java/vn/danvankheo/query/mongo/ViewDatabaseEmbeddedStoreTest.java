package vn.danvankheo.query.mongo;

import vn.danvankheo.query.testing.ViewServer;

class ViewDatabaseEmbeddedStoreTest extends ViewDatabaseConformance {
  ViewDatabaseEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
