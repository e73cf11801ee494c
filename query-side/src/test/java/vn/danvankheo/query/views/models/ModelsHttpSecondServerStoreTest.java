package vn.danvankheo.query.views.models;

import vn.danvankheo.query.testing.ViewServer;

class ModelsHttpSecondServerStoreTest extends ModelsHttpConformance {
  ModelsHttpSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
