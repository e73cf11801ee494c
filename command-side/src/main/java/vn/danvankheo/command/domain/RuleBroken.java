package vn.danvankheo.command.domain;

import java.util.Map;

/** A rule of the domain refuses a command. It is an answer, not an accident: no stack trace. */
public final class RuleBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final transient Map<String, Object> details;

  /**
   * A refusal.
   *
   * @param rule the rule
   * @param details what the words need, by name; never personal data
   */
  public RuleBroken(Rule rule, Map<String, Object> details) {
    super(rule.name(), null, false, false);
    this.rule = rule;
    this.details = Map.copyOf(details);
  }

  /**
   * A refusal that needs no details.
   *
   * @param rule the rule
   */
  public RuleBroken(Rule rule) {
    this(rule, Map.of());
  }

  /**
   * The rule.
   *
   * @return its name is the problem's code
   */
  public Rule rule() {
    return rule;
  }

  /**
   * What the words need.
   *
   * @return by name
   */
  public Map<String, Object> details() {
    return details;
  }
}
