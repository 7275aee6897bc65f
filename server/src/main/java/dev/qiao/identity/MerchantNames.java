package dev.qiao.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What merchants are called, which stores they have and who opened them, told by the module that
 * owns them: an invitation says who invites, cashiers are bound to stores, and nobody verifies a
 * merchant that they have opened.
 */
public interface MerchantNames {
  /** A merchant's name, and the one for those who read English. */
  record MerchantName(String name, @Nullable String nameEn) {}

  Optional<MerchantName> nameOf(UUID merchant);

  /** Whether a store is one of this merchant's. */
  boolean hasStore(UUID merchant, UUID store);

  /** The operator who opened it; empty where nobody is known to have. */
  Optional<UUID> openedBy(UUID merchant);
}
