import { answer, useApi, type Consent } from '@qiao/api';
import { commonWords, useFormat, useLanguage, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, RowSkeletons, SectionHead, Segments } from '@qiao/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FaultCard } from '../../parts/fault-card';
import css from './privacy.module.css';

/** What the person was asked to agree to, what they said to which version, and how to say otherwise. */
export function Agreements() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const { http } = useApi();
  const queries = useQueryClient();
  const consents = useQuery({
    queryKey: ['consents'],
    queryFn: () => answer(http.GET('/v1/me/consents')),
  });
  const say = useMutation({
    mutationFn: ({ consent, given }: { consent: Consent; given: boolean }) =>
      answer(
        http.PUT('/v1/me/consents/{purpose}', {
          params: { path: { purpose: consent.purpose } },
          body: { given, version: consent.version, language },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['consents'] }),
  });

  return (
    <section className={css.section} aria-label={words.agreements}>
      <SectionHead title={words.agreements} />
      {consents.isPending && <RowSkeletons count={2} label={common.loading} />}
      {consents.isError && <FaultCard failure={consents.error} onRetry={() => void consents.refetch()} />}
      {say.isError && <FaultCard failure={say.error} />}
      {consents.data?.items.map((consent) => (
        <Agreement
          key={consent.purpose}
          consent={consent}
          busy={say.isPending}
          onSay={(given) => say.mutate({ consent, given })}
        />
      ))}
    </section>
  );
}

function Agreement({
  consent,
  busy,
  onSay,
}: {
  consent: Consent;
  busy: boolean;
  onSay: (given: boolean) => void;
}) {
  const words = useWords(walletWords);
  const format = useFormat();
  const { language } = useLanguage();
  const text = language === 'zh-CN' ? consent.text : consent.text_en;
  const current = consent.given && consent.said_version === consent.version;
  return (
    <div className={css.item}>
      <p>{text}</p>
      <small>
        {words.agreementVersion(consent.version)}
        {consent.said_at &&
          ` · ${consent.given ? words.agreedAt(format.momentWithin(consent.said_at)) : words.withdrawnAt(format.momentWithin(consent.said_at))}`}
      </small>
      {consent.required && !current && (
        <div className={css.choice}>
          <Button size="m" busy={busy} onClick={() => onSay(true)}>
            {words.agree}
          </Button>
        </div>
      )}
      {!consent.required && (
        <div className={css.choice}>
          <Segments
            label={text}
            value={current ? 'yes' : 'no'}
            onChange={(value) => onSay(value === 'yes')}
            options={[
              { value: 'yes', label: words.agree },
              { value: 'no', label: words.disagree },
            ]}
          />
        </div>
      )}
    </div>
  );
}
