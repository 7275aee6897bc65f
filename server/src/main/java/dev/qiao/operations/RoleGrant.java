package dev.qiao.operations;

import dev.qiao.identity.OperatorId;
import dev.qiao.identity.OperatorMember;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Operators;
import dev.qiao.identity.Permission;
import dev.qiao.operations.RoleGrant.Grant;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The role of an operator. */
@Component
class RoleGrant implements ProposalKind<Grant> {
  /** An operator's role, from the one that they had when this was made. */
  record Grant(String operator, OperatorRole from, OperatorRole to) {}

  private final Operators operators;

  RoleGrant(Operators operators) {
    this.operators = operators;
  }

  @Override
  public String name() {
    return "operator.role";
  }

  @Override
  public Permission permission() {
    return Permission.OPERATORS_MANAGE;
  }

  @Override
  public Class<Grant> content() {
    return Grant.class;
  }

  @Override
  public String subject(Grant grant) {
    return grant.operator();
  }

  @Override
  public Label label(Grant grant) {
    return new Label(
        find(grant.operator()).map(OperatorMember::name).orElse(grant.operator()), null);
  }

  @Override
  public List<Change> changes(Grant grant) {
    return find(grant.operator())
        .filter(member -> member.state() != OperatorMember.State.CLOSED)
        .map(OperatorMember::role)
        .filter(now -> now != grant.to())
        .map(now -> List.of(new Change("role", now.text(), grant.to().text())))
        .orElse(List.of());
  }

  @Override
  public boolean carryOut(Grant grant, String reference) {
    OperatorId id = OperatorId.parse(grant.operator()).orElseThrow();
    return operators.changeRole(id, grant.from(), grant.to()) == Operators.Turning.DONE;
  }

  private Optional<OperatorMember> find(String operator) {
    return OperatorId.parse(operator).flatMap(operators::find);
  }
}
