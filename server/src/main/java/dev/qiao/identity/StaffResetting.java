package dev.qiao.identity;

/**
 * What became of the wish to let a member of staff choose a password anew; refusals in order of
 * precedence.
 */
public sealed interface StaffResetting {
  /** They have to open {@code path}, which holds a secret that is told only this once. */
  record Reset(StaffMember member, String path) implements StaffResetting {
    @Override
    public String toString() {
      return "Reset[" + member + "]";
    }
  }

  /** Nobody of this merchant, or gone. */
  record Unknown() implements StaffResetting {}

  /** Managers help cashiers, owners everybody else; nobody themselves. */
  record NotPermitted() implements StaffResetting {}

  /** Nobody would be left to own the shop meanwhile. */
  record LastOwner() implements StaffResetting {}
}
