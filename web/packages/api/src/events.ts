import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useApi } from './react';
import type { EventBody } from './types';

const TYPES = [
  'payment.created',
  'payment.succeeded',
  'payment.cancelled',
  'payment.failed',
  'refund.succeeded',
  'transfer.succeeded',
  'transfer.failed',
  'top_up.succeeded',
  'top_up.failed',
  'top_up.unknown',
  'withdrawal.succeeded',
  'withdrawal.failed',
  'withdrawal.unknown',
  'verification.changed',
] as const;

const REOPEN_MS = [1000, 2000, 5000, 10_000, 30_000];

/**
 * Listens to what happens on the server while a session is open. Everything shown is asked for again after an event, and
 * after the line was lost: events only say that something is new, queries say what.
 */
export function useEvents(open: boolean, onEvent?: (event: EventBody) => void): void {
  const { app } = useApi();
  const queries = useQueryClient();
  const receive = useEffectEvent((event: EventBody) => {
    void queries.invalidateQueries();
    onEvent?.(event);
  });
  const refresh = useEffectEvent(() => void queries.invalidateQueries());

  useEffect(() => {
    if (!open) return;
    let source: EventSource | null = null;
    let timer = 0;
    let failures = 0;

    function listen(): void {
      source = new EventSource(`/v1/events?app=${app}`);
      source.onopen = () => {
        if (failures > 0) refresh();
        failures = 0;
      };
      source.onerror = () => {
        failures++;
        // A dropped line is reopened by the browser, with the last event's id; a refused one only by us.
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = window.setTimeout(listen, REOPEN_MS[Math.min(failures, REOPEN_MS.length) - 1]);
      };
      for (const type of TYPES) {
        source.addEventListener(type, ({ data }: MessageEvent<string>) =>
          receive(JSON.parse(data) as EventBody),
        );
      }
    }

    listen();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, [app, open]);
}
