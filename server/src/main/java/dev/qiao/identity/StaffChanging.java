package dev.qiao.identity;

/**
 * What became of the wish to change or remove a member of staff; refusals in order of precedence.
 */
public sealed interface StaffChanging {
  /** With how the member stands now. */
  record Changed(StaffMember member) implements StaffChanging {}

  /** Nobody of this merchant, or gone already. */
  record Unknown() implements StaffChanging {}

  /** Managers manage cashiers; owners manage everybody. */
  record NotPermitted() implements StaffChanging {}

  /** Nobody would be left to own the shop. */
  record LastOwner() implements StaffChanging {}
}
