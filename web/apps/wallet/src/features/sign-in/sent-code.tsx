import { useSession, type SecondFactor } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { securityWords } from '@qiao/i18n/security';
import { PasskeySignIn } from '@qiao/security';
import { Button } from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { ProveContact, type ShownCode } from '../../parts/prove-contact';
import css from './sign-in.module.css';

/** The password was right, on a browser that its person never signed in from: a code besides. */
export function SentCode({ second, login }: { second: SecondFactor; login: string }) {
  const words = useWords(securityWords);
  const recovery = useWords(recoveryWords);
  const common = useWords(commonWords);
  const { signIn, startOver } = useSession();
  const enter = useMutation({
    mutationFn: (shown: ShownCode) => signIn({ method: 'code', second_factor_token: second.token, ...shown }),
  });
  return (
    <div className={css.form}>
      <h2>{words.secondStep}</h2>
      <p className={css.text}>{recovery.passwordElsewhere}</p>
      <ProveContact
        purpose="sign_in"
        label={recovery.contact}
        initial={login}
        act={common.signIn}
        busy={enter.isPending}
        failure={enter.error}
        onCode={(shown) => enter.mutate(shown)}
      />
      {second.methods.includes('passkey') && <PasskeySignIn />}
      <Button kind="quiet" size="m" onClick={startOver}>
        {words.startOver}
      </Button>
    </div>
  );
}
