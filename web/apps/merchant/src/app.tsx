import { useSession } from '@qiao/api';
import { Blank, ProblemCard } from '@qiao/ui/desk';
import { RouterProvider } from '@tanstack/react-router';
import { SignIn } from './features/sign-in/SignIn';
import { Welcome } from './features/sign-in/Welcome';
import { router } from './routes';
import { TillProvider } from './till';

/** Sign-in takes the place of every page while nobody is signed in, so that one comes back to the same address. */
export function App() {
  const { state, reload } = useSession();
  // An invitation is accepted before anybody is signed in, or by somebody who uses a shared till.
  const token = invitationToken();
  if (token !== null) return <Welcome token={token} />;
  switch (state.kind) {
    case 'loading':
      return <Blank height={400} />;
    case 'unreachable':
      return (
        <main id="main">
          <ProblemCard problem={state.problem} onRetry={reload} />
        </main>
      );
    case 'out':
    case 'signing_up':
    case 'second_factor':
    case 'enrolling':
      return <SignIn ended={state.kind === 'out' && state.ended} />;
    case 'in':
      return (
        <TillProvider>
          <RouterProvider router={router} />
        </TillProvider>
      );
  }
}

function invitationToken(): string | null {
  if (!location.pathname.endsWith('/welcome')) return null;
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
}
