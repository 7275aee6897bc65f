import { answer, type Api } from './client';
import type { components } from './schema';
import type { Money } from './types';

type Schemas = components['schemas'];

export type IndividualLimit = Schemas['IndividualLimit'];

/** Sets one person's limit until a day: at once where it is less, proposed where it is more. */
export function setPersonLimit(
  api: Api,
  person: string,
  limit: string,
  change: { cap: Money; until: string; reason: string },
) {
  return api.act(`limit ${person} ${limit} ${JSON.stringify(change)}`, (key) =>
    answer(
      api.http.POST('/v1/operations/people/{id}/limits/{limit}', {
        params: { path: { id: person, limit }, header: { 'Idempotency-Key': key } },
        body: change,
      }),
    ),
  );
}

/** Lets the tier's limit hold again for somebody. */
export function endPersonLimit(api: Api, person: string, limit: string, reason: string) {
  return api.act(`end limit ${person} ${limit} ${reason}`, (key) =>
    answer(
      api.http.POST('/v1/operations/people/{id}/limits/{limit}/end', {
        params: { path: { id: person, limit }, header: { 'Idempotency-Key': key } },
        body: { reason },
      }),
    ),
  );
}
