package dev.qiao.identity;

import dev.qiao.api.PlatformTerms;
import dev.qiao.identity.PasskeyViews.CreationView;
import dev.qiao.identity.PasskeyViews.DescriptorView;
import dev.qiao.identity.PasskeyViews.RequestView;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows challenges as browsers need them. */
@Component
class PasskeyRequests {
  private final Passkeys passkeys;
  private final Origins origins;
  private final PlatformTerms terms;

  PasskeyRequests(Passkeys passkeys, Origins origins, PlatformTerms terms) {
    this.passkeys = passkeys;
    this.origins = origins;
    this.terms = terms;
  }

  CreationView creation(Challenge challenge, UUID party, String name, String displayName) {
    return new CreationView(
        challenge.id(),
        RelyingParty.text(challenge.bytes()),
        origins.host(),
        terms.name(),
        RelyingParty.text(RelyingParty.handle(party)),
        name,
        displayName,
        RelyingParty.ALGORITHMS.stream().map(one -> one.getAlg().getValue()).toList(),
        of(party),
        challenge.expiresAt());
  }

  /** For whoever has a passkey here; for the party's own where it is known. */
  RequestView request(Challenge challenge) {
    return new RequestView(
        challenge.id(),
        RelyingParty.text(challenge.bytes()),
        origins.host(),
        challenge.party().map(this::opening).orElseGet(List::of),
        challenge.expiresAt());
  }

  private List<DescriptorView> opening(UUID party) {
    return passkeys.of(party).stream()
        .filter(row -> row.passkey().opens())
        .map(DescriptorView::of)
        .toList();
  }

  private List<DescriptorView> of(UUID party) {
    return passkeys.of(party).stream().map(DescriptorView::of).toList();
  }
}
