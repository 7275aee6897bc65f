package dev.qiao.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What merchants are called, told by the module that owns them, so that an invitation can say who
 * invites.
 */
public interface MerchantNames {
  /** A merchant's name, and the one for those who read English. */
  record MerchantName(String name, @Nullable String nameEn) {}

  Optional<MerchantName> nameOf(UUID merchant);
}
