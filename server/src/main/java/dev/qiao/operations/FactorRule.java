package dev.qiao.operations;

import dev.qiao.identity.FactorPolicy;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import dev.qiao.identity.Permission;
import dev.qiao.operations.FactorRule.Rule;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a role must show to sign in. */
@Component
class FactorRule implements ProposalKind<Rule> {
  /** The rule of a role, from what it was when this was made. */
  record Rule(String role, SecondFactor from, SecondFactor to) {}

  private final FactorPolicy policy;

  FactorRule(FactorPolicy policy) {
    this.policy = policy;
  }

  @Override
  public String name() {
    return "factor_policy.change";
  }

  @Override
  public Permission permission() {
    return Permission.FACTOR_POLICY_CHANGE;
  }

  @Override
  public Class<Rule> content() {
    return Rule.class;
  }

  @Override
  public String subject(Rule rule) {
    return rule.role();
  }

  Optional<FactorPolicy.Rule> find(String role) {
    return policy.rules().stream().filter(rule -> rule.role().equals(role)).findFirst();
  }

  @Override
  public List<Change> changes(Rule rule) {
    return find(rule.role())
        .map(FactorPolicy.Rule::secondFactor)
        .filter(now -> now != rule.to())
        .map(now -> List.of(new Change("second_factor", now.text(), rule.to().text())))
        .orElse(List.of());
  }

  @Override
  public boolean carryOut(Rule rule, String reference) {
    return policy.change(rule.role(), rule.from(), rule.to());
  }
}
