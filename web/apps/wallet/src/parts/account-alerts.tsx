import { answer, useApi, useContacts, type OpenRecovery } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { Banner, Button, buttonClass } from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import css from './account-alerts.module.css';
import { FaultCard } from './fault-card';

/** What somebody has begun that ends who opens this wallet, with one tap to stop it; and a number that is gone. */
export function AccountAlerts() {
  const words = useWords(recoveryWords);
  const contacts = useContacts();
  const { http } = useApi();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const stop = useMutation({
    mutationFn: () => answer(http.POST('/v1/me/recoveries/cancel')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contacts'] }),
  });
  const open = contacts.data?.open ?? [];
  const lost = contacts.data?.phone_lost ?? false;
  if (open.length === 0 && !lost) return null;
  return (
    <div className={css.alerts}>
      {open.map((one) => (
        <OpenOne key={one.applied_at} one={one} busy={stop.isPending} onStop={() => stop.mutate()} />
      ))}
      {stop.isError && <FaultCard failure={stop.error} />}
      {lost && (
        <Banner
          tone="attention"
          icon="phone"
          title={words.phoneLost}
          action={
            pathname !== '/contacts' && (
              <Link to="/contacts" className={buttonClass({ kind: 'quiet', size: 'm' })}>
                {words.addPhone}
              </Link>
            )
          }
        >
          {words.phoneLostText}
        </Banner>
      )}
    </div>
  );
}

function OpenOne({ one, busy, onStop }: { one: OpenRecovery; busy: boolean; onStop: () => void }) {
  const words = useWords(recoveryWords);
  const format = useFormat();
  const due = format.momentWithin(one.due_at);
  const recovers = one.kind === 'lost_everything';
  return (
    <Banner
      tone={recovers ? 'danger' : 'attention'}
      title={recovers ? words.someoneRecovers : words.phoneWaits(one.contact_masked ?? '')}
      action={
        <Button kind="quiet" size="m" busy={busy} onClick={onStop}>
          {words.stop}
        </Button>
      }
    >
      {recovers ? words.someoneRecoversText(due) : words.phoneWaitsText(due)}
    </Banner>
  );
}
