import { acceptInvitation, problemOf, useApi, useInvitation, type Problem } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { securityWords } from '@qiao/i18n/security';
import { SecondStep, useWelcome } from '@qiao/security';
import { buttonClass } from '@qiao/ui';
import { AcceptForm, Blank, LanguageThemeBar, ProblemCard, SignInPaper, usePageTitle } from '@qiao/ui/desk';
import { useState } from 'react';

const HOME = import.meta.env.BASE_URL;

/** Accepts an invitation: the token comes in the address's fragment, which no server sees or logs. */
export function Welcome({ token }: { token: string }) {
  const words = useWords(merchantWords);
  usePageTitle(words.title);
  const format = useFormat();
  const api = useApi();
  const security = useWords(securityWords);
  const welcome = useWelcome('merchant');
  const invitation = useInvitation(token);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function accept(login: string, password: string) {
    setProblem(null);
    try {
      welcome.accepted(await acceptInvitation(api, token, login, password));
    } catch (failure) {
      setProblem(problemOf(failure));
    }
  }

  if (welcome.second) {
    return (
      <SignInPaper title={security.secondStep} lead="" surface={words.surface} foot={<LanguageThemeBar />}>
        <SecondStep app="merchant" second={welcome.second} />
      </SignInPaper>
    );
  }
  const unknown = token === '' || (invitation.isError && problemOf(invitation.error).status === 404);
  const toSignIn = (
    <a href={HOME} className={buttonClass({ kind: 'quiet' })}>
      {words.toSignIn}
    </a>
  );
  if (unknown) {
    return (
      <SignInPaper
        title={words.welcomeUnknown}
        lead={words.welcomeUnknownTodo}
        surface={words.surface}
        foot={<LanguageThemeBar />}
      >
        {toSignIn}
      </SignInPaper>
    );
  }
  if (!invitation.data) {
    return (
      <main id="main">
        {invitation.isError ? (
          <ProblemCard problem={problemOf(invitation.error)} onRetry={() => void invitation.refetch()} />
        ) : (
          <Blank height={400} />
        )}
      </main>
    );
  }
  const { name, merchant } = invitation.data;
  return (
    <SignInPaper
      title={words.welcomeTitle(name)}
      lead={words.welcomeLead(merchant ? format.name(merchant) : '')}
      surface={words.surface}
      foot={<LanguageThemeBar />}
    >
      <AcceptForm
        words={{
          newPassword: words.newPassword,
          rule: words.newPasswordRule,
          login: words.chosenLogin,
          start: words.start,
        }}
        asksLogin={false}
        problem={problem}
        onSubmit={accept}
      />
    </SignInPaper>
  );
}
