package dev.qiao.operations;

import dev.qiao.identity.Lost;
import dev.qiao.identity.OperatorId;
import dev.qiao.identity.OperatorMember;
import dev.qiao.identity.Operators;
import dev.qiao.identity.Permission;
import dev.qiao.operations.AccessReset.Reset;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What opens an operator's account, made void for one who cannot show it any more. */
@Component
class AccessReset implements ProposalKind<Reset> {
  /** Whose account, and what they cannot show. */
  record Reset(String operator, Lost lost) {}

  private final Operators operators;

  AccessReset(Operators operators) {
    this.operators = operators;
  }

  @Override
  public String name() {
    return "operator.reset";
  }

  @Override
  public Permission permission() {
    return Permission.OPERATORS_MANAGE;
  }

  @Override
  public Class<Reset> content() {
    return Reset.class;
  }

  @Override
  public String subject(Reset reset) {
    return reset.operator();
  }

  @Override
  public Label label(Reset reset) {
    return new Label(
        find(reset.operator()).map(OperatorMember::name).orElse(reset.operator()), null);
  }

  @Override
  public List<Change> changes(Reset reset) {
    boolean active =
        find(reset.operator())
            .filter(member -> member.state() == OperatorMember.State.ACTIVE)
            .isPresent();
    return active ? changes(reset.lost()) : List.of();
  }

  /** What has to be set up anew. */
  static List<Change> changes(Lost lost) {
    Change password = new Change("password", "set", "anew");
    return switch (lost) {
      case PASSWORD -> List.of(password);
      case EVERYTHING -> List.of(password, new Change("second_factor", "set", "anew"));
    };
  }

  @Override
  public boolean carryOut(Reset reset, String reference) {
    OperatorId id = OperatorId.parse(reset.operator()).orElseThrow();
    return operators.reset(id, reset.lost()) == Operators.Turning.DONE;
  }

  private Optional<OperatorMember> find(String operator) {
    return OperatorId.parse(operator).flatMap(operators::find);
  }
}
