package dev.qiao.proposal;

import dev.qiao.identity.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of change that takes two operators. A module that has one offers it as a bean, and
 * proposes by {@link FourEyes}.
 *
 * @param <C> what is proposed: a record that JSON can hold, without personal data, since proposals
 *     are kept for ever. It names what it was made for as it was then, so that carrying out can
 *     guard against a change in between.
 */
public interface ProposalKind<C> {
  /** What a thing is called in both languages; {@code nameEn} is null where there is one name. */
  record Label(String name, @Nullable String nameEn) {}

  /** Its name for ever, such as {@code channel.switch}; also the act in the audit trail. */
  String name();

  /** What both operators must be permitted. */
  Permission permission();

  Class<C> content();

  /** The id, in its outside form, of what would change. One proposal for each may wait. */
  String subject(C content);

  /** What the subject is called, looked up when it is shown. */
  default Label label(C content) {
    return new Label(subject(content), null);
  }

  /**
   * What it would change as things stand now, always in the same order; empty when nothing. A
   * proposal whose answer here has become another one is stale.
   */
  List<Change> changes(C content);

  /**
   * Does it, in the transaction at hand, as its last act.
   *
   * @param reference for what it writes elsewhere: the proposal's id, or who acted alone
   * @return false when somebody was faster: then everything is rolled back
   */
  boolean carryOut(C content, String reference);
}
