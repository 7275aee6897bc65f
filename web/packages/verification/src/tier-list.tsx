import { useVerificationActs, type Cap, type Limits, type Tier, type VerificationRequest } from '@qiao/api';
import { useFormat, useLanguage } from '@qiao/i18n';
import { Button, SectionHead } from '@qiao/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fault } from './fault';
import { useLimitName } from './limit-name';
import css from './verification.module.css';
import { useVerificationWords } from './words';

/** Every tier of the jurisdiction, what it allows by which law, and what it takes to get there. */
export function TierList({
  limits,
  request,
  mayChange = true,
}: {
  limits: Limits;
  request: VerificationRequest | null;
  /** Whether who looks may also begin a request. */
  mayChange?: boolean;
}) {
  const words = useVerificationWords();
  const format = useFormat();
  const { language } = useLanguage();
  const acts = useVerificationActs();
  const queries = useQueryClient();
  const aim = useMutation({
    mutationFn: (tier: string) => acts.aim(tier),
    onSuccess: (verification) => {
      queries.setQueryData(['verification'], verification);
      window.scrollTo({ top: 0 });
    },
  });
  const waits = request?.state === 'submitted' || request?.state === 'in_review';
  const open = waits || request?.state === 'draft' || request?.state === 'more_needed';
  const { pack } = limits;
  return (
    <section className={css.section} aria-label={words.tiers}>
      <SectionHead title={words.tiers} />
      {aim.isError && <Fault failure={aim.error} />}
      {limits.tiers.map((tier) => (
        <TierCard key={tier.id} tier={tier}>
          {mayChange && tier.above && !waits && !(open && request.tier === tier.id) && (
            <Button
              kind="quiet"
              size="m"
              busy={aim.isPending && aim.variables === tier.id}
              onClick={() => aim.mutate(tier.id)}
            >
              {words.reach(language === 'zh-CN' ? tier.name : tier.name_en)}
            </Button>
          )}
        </TierCard>
      ))}
      <p className={css.note}>
        <span>
          {words.packFrom(language === 'zh-CN' ? pack.name : pack.name_en, format.date(pack.valid_from))}
        </span>
        {pack.next_from && <span>{words.packNext(format.date(pack.next_from))}</span>}
        {pack.status.startsWith('example') && <span>{words.exampleStatus}</span>}
      </p>
    </section>
  );
}

function TierCard({ tier, children }: { tier: Tier; children: React.ReactNode }) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const zh = language === 'zh-CN';
  return (
    <article className={css.card} data-current={tier.current || undefined}>
      <h3>
        {zh ? tier.name : tier.name_en}
        {tier.current && <small>{words.current}</small>}
      </h3>
      <p className={css.note}>
        <span>{zh ? tier.evidence : tier.evidence_en}</span>
        {tier.documents.length > 0 && (
          <span>{words.needs(tier.documents.map((one) => words.documents[one]))}</span>
        )}
      </p>
      <dl className={css.caps}>
        {tier.caps.map((cap) => (
          <CapRow key={cap.limit} cap={cap} />
        ))}
        {tier.ceiling && <CapRow cap={tier.ceiling} />}
      </dl>
      {children}
    </article>
  );
}

function CapRow({ cap }: { cap: Cap }) {
  const words = useVerificationWords();
  const format = useFormat();
  const nameOf = useLimitName();
  const { language } = useLanguage();
  const { counts, window } = cap;
  const zh = language === 'zh-CN';
  const source = zh ? cap.source : cap.source_en;
  const article = zh ? cap.article : cap.article_en;
  return (
    <div>
      <dt>
        {counts && window ? nameOf({ counts, window }) : words.ceiling}
        <small>{article ? `${source} · ${article}` : words.byOperator}</small>
      </dt>
      <dd className="n">{format.money(cap.amount)}</dd>
    </div>
  );
}
