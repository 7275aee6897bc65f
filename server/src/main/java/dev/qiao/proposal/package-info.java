/**
 * Four eyes: what moves other people's money or limits, or grants power, one operator proposes and
 * another decides. Knows no kind of change: modules offer theirs as {@link
 * dev.qiao.proposal.ProposalKind} beans.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Proposal")
package dev.qiao.proposal;
