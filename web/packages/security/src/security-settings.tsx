import { Authenticator } from './authenticator';
import { Passkeys } from './passkeys';
import css from './security.module.css';

/** By what the party signs in and confirms. */
export function SecuritySettings() {
  return (
    <div className={css.settings}>
      <Passkeys />
      <Authenticator />
    </div>
  );
}
