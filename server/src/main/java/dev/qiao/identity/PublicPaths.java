package dev.qiao.identity;

import java.util.Set;

/** What may be asked without a session. Everything else may not. */
final class PublicPaths {
  static final String[] READS = {
    "/v1/platform",
    "/v1/openapi.json",
    "/v1/one-time-codes/*",
    "/v1/invitations",
    "/v1/sandbox/messages"
  };

  /**
   * These need no session and look at none, but the app's header, which other sites cannot send.
   */
  static final Set<String> WRITES =
      Set.of(
          "/v1/one-time-codes",
          "/v1/passkey-challenges",
          "/v1/sessions",
          "/v1/people",
          "/v1/recoveries",
          "/v1/recoveries/state",
          "/v1/recoveries/cancel",
          "/v1/recoveries/complete",
          "/v1/invitations/accept",
          "/v1/freeze-links/use");

  private PublicPaths() {}
}
