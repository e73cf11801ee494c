package vn.danvankheo.command.eventstore;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what PostgreSQL said, however deeply an exception hides it. */
public final class SqlStates {
  /** A key is there already. */
  public static final String DUPLICATE_KEY = "23505";

  /** Two transactions waited for each other; this one was chosen to give way. */
  public static final String DEADLOCK = "40P01";

  /** The transaction could not be put in any serial order. */
  public static final String SERIALIZATION_FAILURE = "40001";

  private SqlStates() {}

  /**
   * All SQL states along the causes and the chained SQL exceptions.
   *
   * @param thrown any exception
   * @return the five-character states, outermost first; empty when no SQL exception is in it
   */
  public static Set<String> of(Throwable thrown) {
    Set<String> states = new LinkedHashSet<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    push(open, thrown);
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      push(open, next.getCause());
      if (next instanceof SQLException sql) {
        if (sql.getSQLState() != null) {
          states.add(sql.getSQLState());
        }
        push(open, sql.getNextException());
      }
    }
    return states;
  }

  private static void push(Deque<Throwable> open, @Nullable Throwable thrown) {
    if (thrown != null) {
      open.push(thrown);
    }
  }
}
