package vn.danvankheo.query.audit;

import vn.danvankheo.query.testing.ViewServer;

class AuditHttpSecondServerStoreTest extends AuditHttpConformance {
  AuditHttpSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }
}
