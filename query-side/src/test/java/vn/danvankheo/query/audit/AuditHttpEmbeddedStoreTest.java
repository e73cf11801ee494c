package vn.danvankheo.query.audit;

import vn.danvankheo.query.testing.ViewServer;

class AuditHttpEmbeddedStoreTest extends AuditHttpConformance {
  AuditHttpEmbeddedStoreTest() {
    super(ViewServer.EMBEDDED);
  }
}
