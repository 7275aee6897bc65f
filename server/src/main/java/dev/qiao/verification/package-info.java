/**
 * People show who they are, and businesses what they are and whose: requests for a tier, their
 * documents, sealed, and the review of them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Verification")
package dev.qiao.verification;
