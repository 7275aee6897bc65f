package dev.qiao.identity;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import dev.qiao.api.PlatformTerms;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Checks what authenticators sign, by Spring Security's WebAuthn. Always asks that the
 * authenticator knows its user (by a fingerprint, a face, a code), so that a passkey is two factors
 * at once.
 */
@Component
class RelyingParty {
  /** What we accept keys for, the best first. */
  static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          PublicKeyCredentialParameters.EdDSA,
          PublicKeyCredentialParameters.ES256,
          PublicKeyCredentialParameters.RS256);

  private final PasskeyTables tables;
  private final Origins origins;
  private final PlatformTerms terms;
  private final InstantSource clock;
  private final AttestationObjectConverter attestations =
      new AttestationObjectConverter(new ObjectConverter());
  private volatile @Nullable Webauthn4JRelyingPartyOperations operations;

  RelyingParty(PasskeyTables tables, Origins origins, PlatformTerms terms, InstantSource clock) {
    this.tables = tables;
    this.origins = origins;
    this.terms = terms;
    this.clock = clock;
  }

  /** The key in an attestation that signs this challenge; empty when it does not hold. */
  Optional<CredentialRecord> registered(Challenge challenge, UUID party, Attestation attestation) {
    try {
      var credential =
          credential(
              attestation.credentialId(),
              AuthenticatorAttestationResponse.builder()
                  .attestationObject(bytes(attestation.attestationObject()))
                  .clientDataJSON(bytes(attestation.clientData()))
                  .transports(transports(attestation.transports()))
                  .build());
      CredentialRecord made =
          operations()
              .registerCredential(
                  new ImmutableRelyingPartyRegistrationRequest(
                      creation(challenge, party),
                      new RelyingPartyPublicKey(credential, "passkey")));
      return Optional.of(made).filter(this::isNamedRight);
    } catch (DataAccessException unreachable) {
      throw unreachable;
    } catch (RuntimeException refused) {
      return Optional.empty(); // The library has many ways to say that what it reads is rubbish.
    }
  }

  /** The library takes the id that the browser says; the authenticator has said which it is. */
  private boolean isNamedRight(CredentialRecord made) {
    byte[] attested =
        attestations
            .convert(made.getAttestationObject().getBytes())
            .getAuthenticatorData()
            .getAttestedCredentialData()
            .getCredentialId();
    return Arrays.equals(attested, made.getCredentialId().getBytes());
  }

  /** Whether an assertion signs this challenge with the key of this passkey. */
  boolean signs(Challenge challenge, Assertion assertion) {
    try {
      var credential =
          credential(
              assertion.credentialId(),
              AuthenticatorAssertionResponse.builder()
                  .authenticatorData(bytes(assertion.authenticatorData()))
                  .clientDataJSON(bytes(assertion.clientData()))
                  .signature(bytes(assertion.signature()))
                  .build());
      operations()
          .authenticate(new RelyingPartyAuthenticationRequest(request(challenge), credential));
      return true;
    } catch (DataAccessException unreachable) {
      throw unreachable;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  /** Step by step: the builder's own methods forget the type of the response. */
  private static <R extends AuthenticatorResponse> PublicKeyCredential<R> credential(
      @Nullable String id, R response) {
    PublicKeyCredential.PublicKeyCredentialBuilder<R> builder = PublicKeyCredential.builder();
    builder.response(response);
    builder.id(id);
    builder.rawId(bytes(id));
    builder.type(PublicKeyCredentialType.PUBLIC_KEY);
    return builder.build();
  }

  /** The bytes behind base64url text; throws IllegalArgumentException for anything else. */
  static Bytes bytes(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("Missing");
    }
    return new Bytes(Base64.getUrlDecoder().decode(text));
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What an authenticator knows the party by: its id, which says nothing about anybody. */
  static byte[] handle(UUID party) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(party.getMostSignificantBits())
        .putLong(party.getLeastSignificantBits())
        .array();
  }

  private PublicKeyCredentialCreationOptions creation(Challenge challenge, UUID party) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(entity())
        .user(owner(new Bytes(handle(party))))
        .challenge(new Bytes(challenge.bytes()))
        .pubKeyCredParams(ALGORITHMS)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .timeout(Challenge.LIFE)
        .build();
  }

  private PublicKeyCredentialRequestOptions request(Challenge challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(origins.host())
        .challenge(new Bytes(challenge.bytes()))
        .userVerification(UserVerificationRequirement.REQUIRED)
        .timeout(Challenge.LIFE)
        .build();
  }

  private static List<AuthenticatorTransport> transports(@Nullable List<String> names) {
    Set<String> known = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");
    return names == null
        ? List.of()
        : names.stream().filter(known::contains).map(AuthenticatorTransport::valueOf).toList();
  }

  /** Made at first use: the port, and with it our own origin, is not known before. */
  private Webauthn4JRelyingPartyOperations operations() {
    Webauthn4JRelyingPartyOperations made = operations;
    if (made == null) {
      made =
          new Webauthn4JRelyingPartyOperations(
              new Owners(), new Credentials(), entity(), origins.all());
      operations = made;
    }
    return made;
  }

  private PublicKeyCredentialRpEntity entity() {
    return PublicKeyCredentialRpEntity.builder().id(origins.host()).name(terms.name()).build();
  }

  private static PublicKeyCredentialUserEntity owner(Bytes id) {
    String name = id.toBase64UrlString();
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(id)
        .name(name)
        .displayName(name)
        .build();
  }

  /** The library looks its keys up here and tells what it counted; all else goes by our tables. */
  private final class Credentials implements UserCredentialRepository {
    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
      return tables.byCredential(id.getBytes()).map(RelyingParty::record).orElse(null);
    }

    @Override
    public void save(CredentialRecord used) {
      // At a registration there is none yet, and this changes nothing.
      tables.used(
          used.getCredentialId().getBytes(),
          used.getSignatureCount(),
          used.isBackupState(),
          clock.instant());
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
      throw new UnsupportedOperationException("Passkeys are listed by their tables");
    }

    @Override
    public void delete(Bytes id) {
      throw new UnsupportedOperationException("Passkeys are removed by their tables");
    }
  }

  /** Parties have tables of their own; the library only wants to hear a name. */
  private static final class Owners implements PublicKeyCredentialUserEntityRepository {
    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
      return owner(id);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
      throw new UnsupportedOperationException("Parties are found by their tables");
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
      throw new UnsupportedOperationException("Parties are kept by their tables");
    }

    @Override
    public void delete(Bytes id) {
      throw new UnsupportedOperationException("Parties are kept by their tables");
    }
  }

  private static CredentialRecord record(PasskeyTables.Row row) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.credential()))
        .userEntityUserId(new Bytes(handle(row.party())))
        .publicKey(new ImmutablePublicKeyCose(row.publicKey()))
        .signatureCount(row.signCount())
        .uvInitialized(true)
        .transports(
            Set.copyOf(row.transports().stream().map(AuthenticatorTransport::valueOf).toList()))
        .backupEligible(row.backupEligible())
        .backupState(row.passkey().backedUp())
        .attestationObject(new Bytes(row.attestation()))
        .created(row.passkey().createdAt())
        .label(row.passkey().name())
        .build();
  }
}
