package vn.danvankheo.query.views.models;

import vn.danvankheo.query.testing.ViewServer;

class ModelsHttpEmbeddedStoreTest extends ModelsHttpConformance {
  ModelsHttpEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
