import { answer, type Api } from './client';
import type { components } from './schema';
import type { Money } from './types';
import type { Subject } from './verification';

type Schemas = components['schemas'];

export type IndividualLimit = Schemas['IndividualLimit'];

/** Sets one limit of a person or a business until a day: at once where it is less, proposed where it is more. */
export function setOwnLimit(
  api: Api,
  { kind, id }: Subject,
  limit: string,
  body: { cap: Money; until: string; reason: string },
) {
  return api.act(`limit ${id} ${limit} ${JSON.stringify(body)}`, (key) => {
    const params = { path: { id, limit }, header: { 'Idempotency-Key': key } };
    return kind === 'business'
      ? answer(api.http.POST('/v1/operations/merchants/{id}/limits/{limit}', { params, body }))
      : answer(api.http.POST('/v1/operations/people/{id}/limits/{limit}', { params, body }));
  });
}

/** Lets the tier's limit hold again. */
export function endOwnLimit(api: Api, { kind, id }: Subject, limit: string, reason: string) {
  return api.act(`end limit ${id} ${limit} ${reason}`, (key) => {
    const params = { path: { id, limit }, header: { 'Idempotency-Key': key } };
    const body = { reason };
    return kind === 'business'
      ? answer(api.http.POST('/v1/operations/merchants/{id}/limits/{limit}/end', { params, body }))
      : answer(api.http.POST('/v1/operations/people/{id}/limits/{limit}/end', { params, body }));
  });
}
