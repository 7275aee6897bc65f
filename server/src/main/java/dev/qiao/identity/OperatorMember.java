package dev.qiao.identity;

/**
 * Someone who runs the platform. Their name is personal data: {@link #toString} does not show it.
 */
public record OperatorMember(OperatorId id, String name, OperatorRole role, String login) {
  @Override
  public String toString() {
    return id.toString();
  }
}
