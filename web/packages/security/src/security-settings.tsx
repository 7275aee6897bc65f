import { Authenticator } from './authenticator';
import { Devices } from './devices';
import { Passkeys } from './passkeys';
import { Password } from './password';
import css from './security.module.css';

/** By what the party signs in and confirms. */
export function SecuritySettings() {
  return (
    <div className={css.settings}>
      <Passkeys />
      <Authenticator />
      <Password />
      <Devices />
    </div>
  );
}
