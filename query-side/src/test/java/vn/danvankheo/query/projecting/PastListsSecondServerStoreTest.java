package vn.danvankheo.query.projecting;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.opentest4j.TestAbortedException;
import vn.danvankheo.query.testing.ViewServer;

@AddLifecycleHook(PastListsSecondServerStoreTest.WhereThereIsOne.class)
class PastListsSecondServerStoreTest extends PastListsConformance {
  PastListsSecondServerStoreTest() {
    super(ViewServer.SECOND);
  }

  /** Skips as a whole: within a property a server that is not there would count as a bad try. */
  static final class WhereThereIsOne implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      try {
        ViewServer.SECOND.database();
        return SkipResult.doNotSkip();
      } catch (TestAbortedException e) {
        return SkipResult.skip(e.getMessage());
      }
    }
  }
}
