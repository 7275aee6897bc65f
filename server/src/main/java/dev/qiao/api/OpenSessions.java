package dev.qiao.api;

import java.util.UUID;

/**
 * Says whether a session still is one. Offered by the module that knows, to what lasts longer than
 * a request.
 */
public interface OpenSessions {
  /** False when it was revoked, has ended, or its party is locked or gone. */
  boolean isOpen(UUID session);
}
