import type { Minor } from '@qiao/i18n';
import createFetchClient, { type Client } from 'openapi-fetch';
import { perform, type Outcome } from './act';
import { keysIn } from './keys';
import type { paths } from './schema';
import { NoAnswerError, problemFrom, ProblemError } from './problem';
import type { App } from './types';

/** One app's line to the server. */
export interface Api {
  readonly app: App;
  /** Typed requests. Wrap them in `answer`. */
  readonly http: Client<paths>;
  /** Sends an act that moves or commits something; `act` names it with its content, without secrets. */
  act<T>(act: string, send: (key: string) => Promise<T>): Promise<Outcome<T>>;
  /** Which session is open: its token for writes, and whose keys are used. */
  enter(session: { csrf: string; party: string } | null): void;
  /** Called when the server says that there is no session (any more). */
  onSessionLost(listener: () => void): () => void;
}

export function createApi(app: App, storage: Storage = localStorage): Api {
  let session: { csrf: string; party: string } | null = null;
  const lost = new Set<() => void>();
  const keys = keysIn(storage, `qiao.keys.${app}`);

  const http = createFetchClient<paths>({
    baseUrl: location.origin,
    headers: { 'Qiao-App': app },
    fetch: async (request) => {
      try {
        return await fetch(request);
      } catch (cause) {
        throw new NoAnswerError(cause);
      }
    },
  });
  http.use({
    onRequest({ request }) {
      if (session && request.method !== 'GET') request.headers.set('Qiao-Csrf', session.csrf);
      return request;
    },
    onResponse({ response, schemaPath }) {
      // Asking for the session, and signing in, may be refused without one having ended.
      const asksForSession = schemaPath === '/v1/session' || schemaPath === '/v1/sessions';
      if (response.status === 401 && session && !asksForSession) for (const listener of lost) listener();
    },
  });

  return {
    app,
    http,
    act: (act, send) => perform(keys, `${session?.party ?? '-'} ${act}`, send),
    enter: (next) => {
      session = next;
    },
    onSessionLost: (listener) => {
      lost.add(listener);
      return () => lost.delete(listener);
    },
  };
}

/** openapi-fetch spells out the fields of what it reads, and takes an amount's brand for one: this makes it an amount again. */
type Read<T> = T extends number | string | boolean | null | undefined
  ? T
  : Minor extends T
    ? Minor
    : T extends object
      ? { [K in keyof T]: Read<T[K]> }
      : T;

/** The body of a success; throws ProblemError for a refusal and NoAnswerError when nothing came back. */
export async function answer<T>(
  request: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Read<Exclude<T, undefined>>> {
  const { data, error, response } = await request;
  if (!response.ok) throw new ProblemError(problemFrom(response.status, error));
  return data as Read<Exclude<T, undefined>>;
}
