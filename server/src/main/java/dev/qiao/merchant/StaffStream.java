package dev.qiao.merchant;

import dev.qiao.api.Caller;
import dev.qiao.api.StreamReach;
import dev.qiao.identity.StaffId;
import dev.qiao.identity.StaffMembers;
import dev.qiao.payment.StoreId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The live stream of a shop, held to what its lists show. */
@Component
class StaffStream implements StreamReach {
  private final Shop shop;
  private final StaffMembers members;

  StaffStream(Shop shop, StaffMembers members) {
    this.shop = shop;
    this.members = members;
  }

  @Override
  public Optional<Reach> of(Caller staff) {
    return members
        .find(new StaffId(staff.party()))
        .map(member -> shop.reach(staff, member))
        .map(reach -> new Reach(reach.store().map(StoreId::value), reach.since()));
  }
}
