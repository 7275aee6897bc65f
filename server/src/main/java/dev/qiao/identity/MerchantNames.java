package dev.qiao.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What merchants are called and which stores they have, told by the module that owns them: an
 * invitation says who invites, and cashiers are bound to stores.
 */
public interface MerchantNames {
  /** A merchant's name, and the one for those who read English. */
  record MerchantName(String name, @Nullable String nameEn) {}

  Optional<MerchantName> nameOf(UUID merchant);

  /** Whether a store is one of this merchant's. */
  boolean hasStore(UUID merchant, UUID store);
}
