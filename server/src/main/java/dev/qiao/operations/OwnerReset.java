package dev.qiao.operations;

import dev.qiao.identity.Lost;
import dev.qiao.identity.MerchantNames.MerchantName;
import dev.qiao.identity.Permission;
import dev.qiao.identity.StaffId;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.identity.StaffRole;
import dev.qiao.merchant.Merchants;
import dev.qiao.operations.OwnerReset.Reset;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What opens a shop owner's account, made void for one who cannot show it any more. */
@Component
class OwnerReset implements ProposalKind<Reset> {
  /** Whose account, and what they cannot show. */
  record Reset(String owner, Lost lost) {}

  private final StaffMembers staff;
  private final Merchants merchants;

  OwnerReset(StaffMembers staff, Merchants merchants) {
    this.staff = staff;
    this.merchants = merchants;
  }

  @Override
  public String name() {
    return "owner.reset";
  }

  @Override
  public Permission permission() {
    return Permission.OWNERS_RESET;
  }

  @Override
  public Class<Reset> content() {
    return Reset.class;
  }

  @Override
  public String subject(Reset reset) {
    return reset.owner();
  }

  @Override
  public Label label(Reset reset) {
    return find(reset).map(this::label).orElse(new Label(reset.owner(), null));
  }

  /** With the shop, which the second operator looks into. */
  private Label label(StaffMember owner) {
    MerchantName shop = merchants.nameOf(owner.merchant()).orElseThrow();
    String shopEn = shop.nameEn() == null ? shop.name() : shop.nameEn();
    return new Label(owner.name() + " · " + shop.name(), owner.name() + " · " + shopEn);
  }

  @Override
  public List<Change> changes(Reset reset) {
    boolean isOwner =
        find(reset)
            .filter(member -> member.role() == StaffRole.OWNER && !member.invited())
            .filter(member -> !staff.canBeHelped(member))
            .isPresent();
    return isOwner ? AccessReset.changes(reset.lost()) : List.of();
  }

  @Override
  public boolean carryOut(Reset reset, String reference) {
    return staff.resetOwner(StaffId.parse(reset.owner()).orElseThrow(), reset.lost());
  }

  private Optional<StaffMember> find(Reset reset) {
    return StaffId.parse(reset.owner()).flatMap(staff::find);
  }
}
