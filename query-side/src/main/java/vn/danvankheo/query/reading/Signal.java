package vn.danvankheo.query.reading;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Something has happened: threads wait for it, and a raise between two waits is never lost. */
public final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private long count;

  /** Makes a signal that was never raised. */
  public Signal() {}

  /** Tells all that wait. */
  public void raise() {
    lock.lock();
    try {
      count++;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How often it was raised.
   *
   * @return to be remembered before looking at what the signal is about
   */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a raise.
   *
   * @param seen the count that is already known
   * @param atMost how long
   * @return whether there was one in time
   * @throws InterruptedException when the thread is to end
   */
  public boolean awaitBeyond(long seen, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (count <= seen && left > 0) {
        left = raised.awaitNanos(left);
      }
      return count > seen;
    } finally {
      lock.unlock();
    }
  }
}
