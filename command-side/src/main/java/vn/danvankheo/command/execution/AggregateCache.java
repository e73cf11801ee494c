package vn.danvankheo.command.execution;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates used last, so many and as long as memory lasts. Who takes one out is noted in the
 * unit of work: another process may have gone on with it since.
 */
final class AggregateCache implements Cache {
  private static final String HITS = AggregateCache.class.getName();
  private static final String BYPASS = HITS + ".bypass";
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<Object, SoftReference<Object>> entries;

  AggregateCache(int capacity) {
    this.entries =
        new LinkedHashMap<>(capacity, LOAD_FACTOR, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<Object>> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Whether a unit of work has used an aggregate that was not read from the log just now. */
  static boolean wasUsedBy(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getResource(HITS) != null;
  }

  /** Lets a unit of work, not started yet, read everything from the log. */
  static void bypass(UnitOfWork<?> root) {
    root.resources().put(BYPASS, true);
  }

  /** Whether a unit of work reads everything from the log. */
  static boolean isBypassed(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getResource(BYPASS) != null;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <K, V> @Nullable V get(K key) {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    if (isBypassed(root)) {
      return null;
    }
    Object value = find(key);
    if (value != null) {
      root.resources().put(HITS, true);
    }
    return (V) value;
  }

  private @Nullable Object find(Object key) {
    synchronized (entries) {
      SoftReference<Object> entry = entries.get(key);
      return entry == null ? null : entry.get();
    }
  }

  @Override
  public void put(Object key, Object value) {
    synchronized (entries) {
      entries.put(key, new SoftReference<>(value));
    }
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    synchronized (entries) {
      if (find(key) != null) {
        return false;
      }
      put(key, value);
      return true;
    }
  }

  @Override
  public boolean remove(Object key) {
    synchronized (entries) {
      return entries.remove(key) != null;
    }
  }

  @Override
  public void removeAll() {
    synchronized (entries) {
      entries.clear();
    }
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) != null;
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("Nobody listens to this cache");
  }
}
