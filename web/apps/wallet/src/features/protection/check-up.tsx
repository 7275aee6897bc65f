import { useCheckUp, type CheckUp, type SecurityEvent } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { protectionWords, type ProtectionWords } from '@qiao/i18n/protection';
import { securityWords } from '@qiao/i18n/security';
import { walletWords } from '@qiao/i18n/wallet';
import { Devices } from '@qiao/security';
import {
  Icon,
  IconTile,
  Main,
  Page,
  RowContent,
  rowClass,
  Rows,
  RowSkeletons,
  SectionHead,
  TopBar,
  type IconName,
} from '@qiao/ui';
import { Link } from '@tanstack/react-router';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { FreezeCard } from '../../parts/freeze-card';
import css from './protection.module.css';

/** What a full moment has after its day. */
const TIME = ' 20:12:46'.length;

/** Goes through everything by which the wallet is opened, and what happened to it lately. */
export function CheckUpPage() {
  const words = useWords(protectionWords);
  const common = useWords(commonWords);
  const checkUp = useCheckUp();
  return (
    <Page>
      <TopBar
        title={words.checkUp}
        back={<BackLink />}
        documentTitle={`${words.checkUp} · ${common.brand}`}
      />
      <Main>
        <div className={css.column}>
          <p className={css.text}>{words.checkUpLead}</p>
          {checkUp.isPending && <RowSkeletons count={5} label={common.loading} />}
          {checkUp.isError && !checkUp.data && (
            <FaultCard failure={checkUp.error} onRetry={() => void checkUp.refetch()} />
          )}
          {checkUp.data && (
            <div className={css.whole}>
              <Ways checkUp={checkUp.data} />
            </div>
          )}
          <Devices />
          {checkUp.data && (
            <>
              <p className={css.text}>{words.devicesKnown(checkUp.data.devices)}</p>
              <Contacts checkUp={checkUp.data} />
              <Events events={checkUp.data.events} />
            </>
          )}
          <section className={css.section} aria-label={words.freeze}>
            <FreezeCard />
          </section>
        </div>
      </Main>
    </Page>
  );
}

function Ways({ checkUp }: { checkUp: CheckUp }) {
  const words = useWords(protectionWords);
  const security = useWords(securityWords);
  const wallet = useWords(walletWords);
  const format = useFormat();
  const day = (at: string) => format.fullMoment(at).slice(0, -TIME);
  const passwordText = !checkUp.has_password
    ? words.passwordNone
    : checkUp.password_stands_alone
      ? words.passwordFine
      : words.passwordShort;
  return (
    <Rows>
      <Way
        icon="face"
        title={security.passkeys}
        note={checkUp.passkeys > 0 ? words.passkeysSome(checkUp.passkeys) : words.passkeysNone}
        good={checkUp.passkeys > 0}
        to="/security"
      />
      <Way
        icon="lock"
        title={security.password}
        note={[
          checkUp.password_changed_at && words.passwordAge(day(checkUp.password_changed_at)),
          passwordText,
        ]
          .filter(Boolean)
          .join(' · ')}
        good={!checkUp.has_password || checkUp.password_stands_alone || checkUp.authenticator_since !== null}
        to="/security"
      />
      <Way
        icon="shield"
        title={security.authenticator}
        note={
          checkUp.authenticator_since
            ? `${words.authenticatorOn(day(checkUp.authenticator_since))} · ${words.codesLeft(checkUp.recovery_codes_left)}`
            : words.authenticatorOff
        }
        good={checkUp.authenticator_since !== null && checkUp.recovery_codes_left > 2}
        to="/security"
      />
      <Way
        icon="paycode"
        title={wallet.pin}
        note={checkUp.pin_changed_at ? words.pinSince(day(checkUp.pin_changed_at)) : words.pinNone}
        good={checkUp.has_pin}
        to="/pin"
      />
    </Rows>
  );
}

function Way({
  icon,
  title,
  note,
  good,
  to,
}: {
  icon: IconName;
  title: string;
  note: string;
  good: boolean;
  to: '/security' | '/pin';
}) {
  const words = useWords(protectionWords);
  return (
    <li>
      <Link to={to} search={to === '/pin' ? { next: '/check-up' } : {}} className={rowClass}>
        <RowContent tile={<IconTile icon={icon} />} title={title} note={note} />
        <span className={good ? css.mark : `${css.mark} ${css.better}`}>
          {good ? words.fine : words.improve}
        </span>
        <Icon name="right" size="xs" />
      </Link>
    </li>
  );
}

function Contacts({ checkUp }: { checkUp: CheckUp }) {
  const words = useWords(protectionWords);
  return (
    <section className={css.section} aria-label={words.contacts}>
      <SectionHead title={words.contacts} />
      <Rows>
        {checkUp.contacts.map((contact) => (
          <li key={contact.masked}>
            <Link to="/contacts" className={rowClass}>
              <RowContent
                tile={<IconTile icon={contact.kind === 'email' ? 'mail' : 'phone'} />}
                title={<span className="n">{contact.masked}</span>}
                note={
                  !contact.current
                    ? words.contactFormer
                    : contact.settled
                      ? words.contactCurrent
                      : words.contactNew
                }
              />
              <Icon name="right" size="xs" />
            </Link>
          </li>
        ))}
      </Rows>
    </section>
  );
}

function Events({ events }: { events: SecurityEvent[] }) {
  const words = useWords(protectionWords);
  const format = useFormat();
  return (
    <section className={css.section} aria-label={words.events}>
      <SectionHead title={words.events} />
      <p className={css.text}>{events.length > 0 ? words.eventsText : words.noEvents}</p>
      <Rows>
        {events.map((event, index) => (
          <li key={`${event.at} ${event.act} ${index}`} className={rowClass}>
            <RowContent
              tile={<IconTile icon={event.outcome === 'refused' ? 'alert' : 'audit'} />}
              title={words.acts[event.act] ?? words.otherAct}
              note={[format.moment(event.at), byWhom(event, words)].filter(Boolean).join(' · ')}
            />
          </li>
        ))}
      </Rows>
    </section>
  );
}

/** Who it was, unless it was the person themselves. */
function byWhom(event: SecurityEvent, words: ProtectionWords): string | null {
  if (event.own) return null;
  return event.reason === 'link' ? words.byLink : words.byOther;
}
