package dev.qiao.proposal;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a proposal: {@code prp_…}. */
public record ProposalId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "prp";
  }

  /** Reads the outside form. */
  public static ProposalId from(String text) {
    return new ProposalId(Id.read("prp", text));
  }

  @Override
  public String toString() {
    return text();
  }
}
