package dev.qiao.attack;

import dev.qiao.Shop;
import dev.qiao.TestBrowser;
import dev.qiao.Town;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.StaffRole;
import java.util.Locale;
import java.util.Optional;

/** Everybody who can ask for something. */
enum Role {
  NOBODY,
  PERSON,
  CASHIER,
  MANAGER,
  OWNER,
  SUPPORT,
  RISK,
  FINANCE,
  COMPLIANCE,
  ADMINISTRATOR;

  /** Somebody new with this role, signed in. */
  TestBrowser enter(Town town, Shop shop) {
    return switch (this) {
      case NOBODY -> town.browser("wallet");
      case PERSON -> town.shopper("陌生人", 10_00).browser();
      case CASHIER, MANAGER, OWNER -> town.staff(shop.merchant(), StaffRole.valueOf(name()));
      case SUPPORT, RISK, FINANCE, COMPLIANCE, ADMINISTRATOR ->
          town.operator(OperatorRole.valueOf(name()));
    };
  }

  static Optional<Role> find(String text) {
    for (Role role : values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
