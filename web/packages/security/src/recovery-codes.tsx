import { useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { Button, CopyButton } from '@qiao/ui';
import css from './security.module.css';

/** The codes for the day when the authenticator is lost, shown once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useWords(securityWords);
  return (
    <div className={css.form}>
      <p className={css.text}>{words.recoveryCodesText}</p>
      <ul className={css.codes} aria-label={words.recoveryCodes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={css.keep}>
        <CopyButton text={codes.join('\n')} what={words.recoveryCodes} />
        <Button onClick={onKept}>{words.codesKept}</Button>
      </div>
    </div>
  );
}
