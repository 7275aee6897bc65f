import { answer, useApi } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, IconTile, RowContent, rowClass, Rows, RowSkeletons, SectionHead } from '@qiao/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FaultCard } from '../../parts/fault-card';
import css from './me.module.css';

/** Where this person is signed in, and a way to end that elsewhere. */
export function Devices() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { http } = useApi();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => answer(http.GET('/v1/sessions')) });
  const revoke = useMutation({
    mutationFn: (id: string) => answer(http.DELETE('/v1/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });

  return (
    <section className={css.section} aria-label={words.devices}>
      <SectionHead title={words.devices} />
      {sessions.isPending && <RowSkeletons count={1} label={common.loading} />}
      {sessions.isError && <FaultCard failure={sessions.error} onRetry={() => void sessions.refetch()} />}
      {revoke.isError && <FaultCard failure={revoke.error} />}
      <Rows>
        {sessions.data?.items.map((session) => (
          <li key={session.id} className={rowClass}>
            <RowContent
              tile={<IconTile icon="phone" />}
              title={session.device}
              note={`${session.address || words.noAddress} · ${words.lastSeen(format.moment(session.seen_at))}`}
            />
            {session.current ? (
              <span className={css.here}>{words.thisDevice}</span>
            ) : (
              <Button
                kind="quiet"
                size="m"
                busy={revoke.isPending && revoke.variables === session.id}
                aria-label={`${words.revoke} ${session.device}`}
                onClick={() => revoke.mutate(session.id)}
              >
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </Rows>
      <p className="vh" role="status">
        {revoke.isSuccess && words.revoked}
      </p>
    </section>
  );
}
