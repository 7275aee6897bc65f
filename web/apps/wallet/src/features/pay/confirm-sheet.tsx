import { useFactors, type Person, type Problem } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { securityWords } from '@qiao/i18n/security';
import { verificationWords } from '@qiao/i18n/verification';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, buttonClass, ConfirmArch, Fact, Facts, PersonTile, Sheet, WaitingCard } from '@qiao/ui';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FaultCard } from '../../parts/fault-card';
import type { Confirmable } from './confirming';
import css from './pay.module.css';
import { PayeeTile } from './payee-head';

interface Props {
  kind: 'payment' | 'transfer';
  title: string;
  thing: Confirmable;
  person: Person;
  facts: ReactNode;
  /** No answer came, and the server has not told the outcome yet. */
  asking: boolean;
  /** The person's word is being asked for or sent. */
  busy: boolean;
  problem: Problem | null;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmSheet({
  kind,
  title,
  thing,
  person,
  facts,
  asking,
  busy,
  problem,
  onConfirm,
  onClose,
}: Props) {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { href } = useLocation();
  const payee = format.name(thing.payee);
  const amount = format.money(thing.amount);
  // Confirming again would be refused again: the way on is elsewhere.
  const stuck = STUCK.includes(problem?.code ?? '');
  const factors = useFactors();
  const unsure = !person.has_pin && factors.isPending;
  const able = person.has_pin || unsure || (factors.data?.passkeys ?? 0) > 0;

  return (
    <Sheet title={asking ? words.checking : title} onClose={onClose}>
      <div className={css.confirm}>
        <ConfirmArch
          label={words.payMeaning(payee, amount)}
          from={{ tile: <PersonTile name={person.name} own size="l" />, name: words.self }}
          to={{ tile: <PayeeTile payee={thing.payee} size="l" />, name: payee }}
          amount={thing.amount}
          note={words.fee}
        />
        <Facts>
          {facts}
          {thing.payee.masked && (
            <Fact name={words.phone}>
              <span className="n">{thing.payee.masked}</span>
            </Fact>
          )}
          <Fact name={words.payMethod}>{words.fromBalance}</Fact>
          {thing.note && <Fact name={common.note}>{thing.note}</Fact>}
        </Facts>
        {problem && (
          <FaultCard failure={problem}>
            <WayOn problem={problem} href={href} hasPin={person.has_pin} />
          </FaultCard>
        )}
        {asking && <WaitingCard title={common.stillTrying}>{words.checkingText}</WaitingCard>}
        {!asking && able && !stuck && (
          <Button icon="lock" busy={busy || unsure} onClick={onConfirm}>
            {kind === 'payment' ? words.confirmAmount(amount) : words.confirmTransferAmount(amount)}
          </Button>
        )}
        {!able && (
          <Link to="/pin" search={{ next: href }} className={buttonClass()}>
            {words.setPin}
          </Link>
        )}
        {kind === 'transfer' && <p className={css.tip}>{words.scamHint}</p>}
      </div>
    </Sheet>
  );
}

const STUCK = [
  'insufficient_funds',
  'pin_locked',
  'stronger_factor_required',
  'new_device_limit',
  'account_frozen',
  'limit_reached',
];

/** What to do about a refusal, when there is a place for it. */
function WayOn({ problem, href, hasPin }: { problem: Problem; href: string; hasPin: boolean }) {
  const words = useWords(walletWords);
  const security = useWords(securityWords);
  const verification = useWords(verificationWords);
  switch (problem.code) {
    case 'limit_reached':
      return (
        <Link to="/verification" className={buttonClass({ size: 'm' })}>
          {verification.seeLimits}
        </Link>
      );
    case 'passkey_only':
    case 'stronger_factor_required':
      return (
        <Link to="/security" className={buttonClass({ size: 'm' })}>
          {security.setUpStronger}
        </Link>
      );
    case 'account_frozen':
      return (
        <Link to="/security" className={buttonClass({ size: 'm' })}>
          {security.title}
        </Link>
      );
    case 'insufficient_funds':
      return (
        <Link to="/top-up" className={buttonClass({ size: 'm' })}>
          {words.topUp}
        </Link>
      );
    case 'passkey_cancelled':
      if (hasPin) return null;
      return (
        <Link to="/pin" search={{ next: href }} className={buttonClass({ kind: 'quiet', size: 'm' })}>
          {words.setPin}
        </Link>
      );
    case 'pin_locked':
      return (
        <Link to="/pin" search={{ next: href, forgotten: true }} className={buttonClass({ size: 'm' })}>
          {words.resetPin}
        </Link>
      );
    default:
      return null;
  }
}
