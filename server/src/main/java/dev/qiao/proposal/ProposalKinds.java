package dev.qiao.proposal;

import dev.qiao.api.Caller;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The kinds that the modules offer. */
@Component
class ProposalKinds {
  /** A kind together with what is proposed. */
  record Bound<C>(ProposalKind<C> kind, C content) {
    List<Change> changes() {
      return kind.changes(content);
    }

    ProposalKind.Label label() {
      return kind.label(content);
    }

    boolean carryOut(String reference) {
      return kind.carryOut(content, reference);
    }
  }

  private final Map<String, ProposalKind<?>> kinds;
  private final ObjectMapper json;

  ProposalKinds(List<ProposalKind<?>> kinds, ObjectMapper json) {
    this.kinds =
        kinds.stream()
            .collect(Collectors.toUnmodifiableMap(ProposalKind::name, Function.identity()));
    this.json = json;
  }

  /** Those that an operator may propose or decide. */
  List<String> of(Caller operator) {
    return kinds.values().stream()
        .filter(kind -> may(operator, kind.permission()))
        .map(ProposalKind::name)
        .sorted()
        .toList();
  }

  /** What was proposed, read again; empty when this program does not know the kind any more. */
  Optional<Bound<?>> bound(Proposal proposal) {
    return Optional.ofNullable(kinds.get(proposal.kind())).map(kind -> bound(kind, proposal));
  }

  private <C> Bound<C> bound(ProposalKind<C> kind, Proposal proposal) {
    return new Bound<>(kind, json.readValue(proposal.content(), kind.content()));
  }

  static boolean may(Caller operator, Permission permission) {
    return operator
        .role()
        .flatMap(OperatorRole::find)
        .filter(role -> role.may(permission))
        .isPresent();
  }
}
