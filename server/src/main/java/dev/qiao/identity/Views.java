package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.identity.FactorViews.SecondFactorView;
import dev.qiao.ids.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this module answers over HTTP. Phones are masked; what holds a secret never prints it. */
final class Views {
  private Views() {}

  @Schema(name = "CodeSent")
  record CodeSentView(CodeId codeId, Instant expiresAt, Instant resendAt, String sentTo) {}

  @Schema(name = "CodeDelivery")
  record CodeDeliveryView(
      @Schema(allowableValues = {"waiting", "sending", "sent", "failed", "unknown"}) String state,
      List<String> otherChannels) {}

  @Schema(name = "Session")
  record SessionView(
      SessionId id,
      App app,
      String csrf,
      Instant expiresAt,
      @Nullable PersonView person,
      @Nullable StaffView staff,
      @Nullable OperatorView operator,
      @Nullable String signUpToken,
      @Schema(description = "Set up a second factor first: nothing else is permitted")
          boolean mustEnrol,
      @Nullable SecondFactorView secondFactor) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  @Schema(name = "Person")
  record PersonView(
      PersonId id,
      String name,
      @Schema(description = "Empty for who has none") String phoneMasked,
      @Schema(description = "Somebody else has shown the number to be theirs: another is needed")
          boolean phoneLost,
      boolean hasPin,
      boolean hasPassword,
      @Schema(allowableValues = {"zh-CN", "en"}) @Nullable String language) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  @Schema(name = "Staff")
  record StaffView(
      StaffId id,
      String name,
      StaffRole role,
      String merchantId,
      String login,
      @Schema(description = "The only store that a cashier sees; null is all")
          @Nullable String storeId,
      @Schema(
              description =
                  "The most that a cashier gives back a day, in minor units; null is none")
          @Nullable Long refundLimit,
      boolean invited,
      List<StaffPermission> permissions) {
    static StaffView of(StaffMember member) {
      StaffBounds bounds = member.bounds();
      return new StaffView(
          member.id(),
          member.name(),
          member.role(),
          new TypeId("mer", member.merchant()).toString(),
          member.login(),
          bounds.store().map(store -> new TypeId("sto", store).toString()).orElse(null),
          bounds.refundLimit().orElse(null),
          member.invited(),
          List.copyOf(member.role().permissions()));
    }

    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** {@code permissions} are all that the operator may do: a client shows nothing else. */
  @Schema(name = "Operator")
  record OperatorView(
      OperatorId id, String name, OperatorRole role, String login, List<Permission> permissions) {
    static OperatorView of(OperatorMember member) {
      return new OperatorView(
          member.id(),
          member.name(),
          member.role(),
          member.login(),
          List.copyOf(member.role().permissions()));
    }

    @Override
    public String toString() {
      return id.toString();
    }
  }

  @Schema(name = "SessionInfo")
  record SessionInfoView(
      SessionId id,
      String device,
      String address,
      Instant createdAt,
      Instant seenAt,
      boolean current) {}

  /** A browser from which one signs in no more until the platform unlocks it. */
  @Schema(name = "LockedDevice")
  record LockedDeviceView(String id, String device, Instant lockedAt) {}

  @Schema(name = "SessionInfos")
  record SessionInfosView(List<SessionInfoView> items, List<LockedDeviceView> lockedDevices) {}

  @Schema(name = "StaffList")
  record StaffListView(List<StaffView> items) {}

  /** {@code invitationPath} holds a secret; it is null in a replayed answer. */
  @Schema(name = "StaffInvited")
  record StaffInvitedView(StaffView staff, @Nullable String invitationPath) {
    @Override
    public String toString() {
      return staff.toString();
    }
  }

  @Schema(name = "Invitation")
  record InvitationView(
      @Schema(allowableValues = {"staff", "operator"}) String kind,
      String name,
      @Nullable NamesView merchant) {}

  @Schema(name = "Names")
  record NamesView(String name, @Nullable String nameEn) {}
}
