import { useFreeze, useHeldMovements } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { Banner, buttonClass } from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import css from './freeze-card.module.css';

/** On the first page: that the wallet is frozen, and that something waits for the person's word. */
export function ProtectionBanners() {
  const words = useWords(protectionWords);
  const format = useFormat();
  const freeze = useFreeze();
  const held = useHeldMovements();
  const open = held.data?.items.filter((one) => one.state === 'open') ?? [];
  if (!freeze.data?.frozen && open.length === 0) return null;
  return (
    <div className={css.banners}>
      {freeze.data?.frozen && (
        <Banner
          tone="attention"
          icon="lock"
          title={freeze.data.thaws_at ? words.thawing : words.frozen}
          action={
            <Link to="/security" className={buttonClass({ kind: 'quiet', size: 'm' })}>
              {words.look}
            </Link>
          }
        >
          {freeze.data.thaws_at
            ? words.thawingText(format.momentWithin(freeze.data.thaws_at))
            : words.frozenText}
        </Banner>
      )}
      {open.length > 0 && (
        <Banner
          tone="danger"
          title={words.heldBanner(open.length)}
          action={
            <Link to="/held" className={buttonClass({ kind: 'quiet', size: 'm' })}>
              {words.look}
            </Link>
          }
        >
          {words.heldBannerText}
        </Banner>
      )}
    </div>
  );
}
