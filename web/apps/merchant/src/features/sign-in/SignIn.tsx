import { problemOf, usePlatform, useSession, type Problem } from '@qiao/api';
import { useLanguage, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { resetWords } from '@qiao/i18n/resets';
import { securityWords } from '@qiao/i18n/security';
import { EnrolFirst, PasskeySignIn, SecondStep } from '@qiao/security';
import { LanguageThemeBar, PasswordSignIn, SignInPaper, usePageTitle } from '@qiao/ui/desk';
import { useState } from 'react';

/** The way in for a merchant's staff. */
export function SignIn({ ended }: { ended: boolean }) {
  const words = useWords(merchantWords);
  const { language } = useLanguage();
  const security = useWords(securityWords);
  const resets = useWords(resetWords);
  const { signIn, state } = useSession();
  const platform = usePlatform();
  const [problem, setProblem] = useState<Problem | null>(null);
  usePageTitle(words.title);

  const demo = (platform.data?.demo_logins ?? [])
    .filter((login) => login.app === 'merchant')
    .map((login) => ({
      label: language === 'en' ? login.label_en : login.label,
      login: login.login,
      password: login.password,
    }));

  async function submit(login: string, password: string) {
    setProblem(null);
    try {
      await signIn({ method: 'password', login, password });
    } catch (failure) {
      setProblem(problemOf(failure));
    }
  }

  if (state.kind === 'second_factor') {
    return (
      <SignInPaper title={security.secondStep} lead="" surface={words.surface} foot={<LanguageThemeBar />}>
        <SecondStep app="merchant" second={state.second} />
      </SignInPaper>
    );
  }
  if (state.kind === 'enrolling') {
    return (
      <SignInPaper
        title={security.enrolTitle}
        lead={security.enrolLead}
        surface={words.surface}
        foot={<LanguageThemeBar />}
      >
        <EnrolFirst />
      </SignInPaper>
    );
  }
  return (
    <SignInPaper
      title={words.signInTitle}
      lead={words.signInLead}
      surface={words.surface}
      foot={<LanguageThemeBar />}
    >
      <PasswordSignIn
        demo={demo}
        ended={ended}
        problem={problem}
        other={
          <>
            <PasskeySignIn />
            <p>{resets.forgottenStaff}</p>
          </>
        }
        onSubmit={submit}
      />
    </SignInPaper>
  );
}
