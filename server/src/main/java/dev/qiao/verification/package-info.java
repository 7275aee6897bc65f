/**
 * People show who they are: requests for a tier, their documents, sealed, and the review of them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Verification")
package dev.qiao.verification;
