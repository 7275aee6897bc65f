import { answer, useApi } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { waysInWords } from '@qiao/i18n/ways-in';
import { Button, IconTile, RowContent, rowClass, Rows, RowSkeletons, SectionHead } from '@qiao/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Fault } from './fault';
import css from './security.module.css';
import { useAct } from './use-act';

/** Where one is signed in, and a way to end that elsewhere. */
export function Devices() {
  const words = useWords(securityWords);
  const ways = useWords(waysInWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { http } = useApi();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => answer(http.GET('/v1/sessions')) });
  const act = useAct();
  const [revoked, setRevoked] = useState(false);

  function revoke(id: string): void {
    setRevoked(false);
    act.run(async () => {
      await answer(http.DELETE('/v1/sessions/{id}', { params: { path: { id } } }));
      setRevoked(true);
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    });
  }

  return (
    <section className={css.section} aria-label={words.devices}>
      <SectionHead title={words.devices} />
      {sessions.isPending && <RowSkeletons count={1} label={common.loading} />}
      <Fault failure={sessions.error ?? act.failure} />
      <Rows label={words.devices}>
        {sessions.data?.items.map((session) => (
          <li key={session.id} className={rowClass}>
            <RowContent
              tile={<IconTile icon="phone" />}
              title={session.device || words.unknownDevice}
              note={`${session.address || words.noAddress} · ${words.lastSeen(format.momentWithin(session.seen_at))}`}
            />
            {session.current ? (
              <span className={css.here}>{words.thisDevice}</span>
            ) : (
              <Button
                kind="quiet"
                size="m"
                disabled={act.busy}
                aria-label={`${words.revoke} ${session.device}`}
                onClick={() => revoke(session.id)}
              >
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
        {sessions.data?.locked_devices.map((device) => (
          <li key={device.id} className={rowClass}>
            <RowContent
              tile={<IconTile icon="lock" />}
              title={device.device || words.unknownDevice}
              note={`${ways.lockedByPlatform} · ${format.moment(device.locked_at)}`}
              waiting
            />
          </li>
        ))}
      </Rows>
      <p className="vh" role="status">
        {revoked && words.revoked}
      </p>
    </section>
  );
}
