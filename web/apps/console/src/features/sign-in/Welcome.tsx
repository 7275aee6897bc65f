import { acceptInvitation, problemOf, useApi, useInvitation, type Problem } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { consoleWords } from '@qiao/i18n/console';
import { securityWords } from '@qiao/i18n/security';
import { SecondStep, useWelcome } from '@qiao/security';
import { buttonClass } from '@qiao/ui';
import { AcceptForm, Blank, LanguageThemeBar, ProblemCard, SignInPaper, usePageTitle } from '@qiao/ui/desk';
import { useState } from 'react';

const HOME = import.meta.env.BASE_URL;

/** The first administrator, or an invited operator, chooses a password. The token comes in the address's fragment. */
export function Welcome({ token }: { token: string }) {
  const words = useWords(consoleWords);
  usePageTitle(words.title);
  const api = useApi();
  const security = useWords(securityWords);
  const welcome = useWelcome('console');
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
        <SecondStep app="console" second={welcome.second} />
      </SignInPaper>
    );
  }
  if (token === '' || (invitation.isError && problemOf(invitation.error).status === 404)) {
    return (
      <SignInPaper
        title={words.welcomeUnknown}
        lead={words.welcomeUnknownTodo}
        surface={words.surface}
        foot={<LanguageThemeBar />}
      >
        <a href={HOME} className={buttonClass({ kind: 'quiet' })}>
          {words.toSignIn}
        </a>
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
  return (
    <SignInPaper
      title={words.welcomeTitle}
      lead={words.welcomeLead}
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
        asksLogin={invitation.data.name === ''}
        problem={problem}
        onSubmit={accept}
      />
    </SignInPaper>
  );
}
