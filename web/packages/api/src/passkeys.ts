import { localProblem, ProblemError } from './problem';
import type { PasskeyAssertion, PasskeyAttestation, PasskeyCreation, PasskeyRequest } from './types';

/** Whether this browser knows passkeys here: they need https or localhost, and a name instead of an IP address. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === 'function' && window.isSecureContext;
}

/** Has the device make a passkey. Throws ProblemError when the person cancels or the device has one already. */
export async function makePasskey(asked: PasskeyCreation): Promise<PasskeyAttestation> {
  const credential = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.rp_id, name: asked.rp_name },
        user: {
          id: bytes(asked.user_handle),
          name: asked.user_name,
          displayName: asked.user_display_name,
        },
        pubKeyCredParams: asked.algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
        excludeCredentials: asked.exclude.map(descriptor),
        timeout: timeLeft(asked.expires_at),
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    challenge_id: asked.challenge_id,
    credential_id: text(credential.rawId),
    client_data: text(response.clientDataJSON),
    attestation_object: text(response.attestationObject),
    transports: response.getTransports(),
  };
}

/** Has a passkey sign. Throws ProblemError when the person cancels. */
export async function signWithPasskey(asked: PasskeyRequest): Promise<PasskeyAssertion> {
  const credential = await ask(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(asked.challenge),
        rpId: asked.rp_id,
        allowCredentials: asked.allow.map(descriptor),
        userVerification: 'required',
        timeout: timeLeft(asked.expires_at),
      },
    }),
  );
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    challenge_id: asked.challenge_id,
    credential_id: text(credential.rawId),
    client_data: text(response.clientDataJSON),
    authenticator_data: text(response.authenticatorData),
    signature: text(response.signature),
    user_handle: response.userHandle ? text(response.userHandle) : null,
  };
}

async function ask(act: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await act();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (failure) {
    // What the browser says when the device holds one of those that must not be made again.
    if (failure instanceof DOMException && failure.name === 'InvalidStateError')
      throw new ProblemError(localProblem('passkey_exists'));
  }
  throw new ProblemError(localProblem('passkey_cancelled'));
}

function descriptor({ id, transports }: { id: string; transports: string[] }): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytes(id), transports: transports as AuthenticatorTransport[] };
}

function timeLeft(until: string): number {
  return Math.max(1000, Date.parse(until) - Date.now());
}

/** base64url without padding, as the server spells bytes. */
function text(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (one) => one.charCodeAt(0));
}
