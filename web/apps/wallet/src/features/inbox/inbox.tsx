import { answer, useApi, type SandboxMessage } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { recoveryWords, type RecoveryWords } from '@qiao/i18n/recovery';
import { verificationWords } from '@qiao/i18n/verification';
import { walletWords } from '@qiao/i18n/wallet';
import {
  Banner,
  CopyButton,
  EmptyState,
  IconTile,
  Main,
  Page,
  RowContent,
  rowClass,
  Rows,
  RowSkeletons,
  SearchField,
  Stack,
  TopBar,
} from '@qiao/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import css from './inbox.module.css';

const ASK_EVERY_MS = 3000;

/** The messages that demo mode keeps instead of sending. It needs no sign-in: it is how one signs in. */
export function Inbox() {
  const asked = useLocation({
    select: ({ hash }) => decodeURIComponent(/^phone=(.+)$/.exec(hash)?.[1] ?? ''),
  });
  const words = useWords(walletWords);
  const recovery = useWords(recoveryWords);
  const verification = useWords(verificationWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { http } = useApi();
  const [phone, setPhone] = useState(asked);
  const wanted = /^\+?\d{7,15}$|@/.test(phone) ? phone : undefined;
  const messages = useQuery({
    queryKey: ['sandbox', 'messages', wanted ?? ''],
    queryFn: () =>
      answer(
        http.GET('/v1/sandbox/messages', {
          params: { header: wanted === undefined ? {} : { 'Qiao-Phone': wanted } },
        }),
      ),
    refetchInterval: ({ state }) => (state.error ? false : ASK_EVERY_MS),
  });

  return (
    <Page>
      <TopBar
        title={words.inboxTitle}
        back={<BackLink />}
        documentTitle={`${words.inboxTitle} · ${common.brand}`}
      />
      <Main>
        <Stack>
          <Banner tone="info" title={words.inboxText} />
          <SearchField
            label={words.inboxPhone}
            placeholder={words.inboxPhone}
            value={phone}
            onChange={setPhone}
          />
          {messages.isPending && <RowSkeletons count={3} label={common.loading} />}
          {messages.isError && <FaultCard failure={messages.error} onRetry={() => void messages.refetch()} />}
          {messages.data?.items.length === 0 && (
            <EmptyState title={words.inboxEmpty}>{words.inboxEmptyText}</EmptyState>
          )}
          <Rows>
            {messages.data?.items.map((message) => {
              if (message.template === 'security_notice')
                return <SecurityNotice key={message.id} message={message} />;
              const code = message.parameters['code'] ?? '';
              if (message.template === 'account_change') {
                return (
                  <li key={message.id} className={rowClass}>
                    <RowContent
                      tile={<IconTile icon="shield" />}
                      title={noticeOf(message.parameters['change'], recovery)}
                      note={words.codeMessageFor(message.to, format.moment(message.at))}
                    />
                    {message.parameters['link'] && (
                      <a href={message.parameters['link']} className={css.link}>
                        {recovery.stop}
                      </a>
                    )}
                  </li>
                );
              }
              const outcome = message.parameters['outcome'];
              if (message.template === 'verification') {
                return (
                  <li key={message.id} className={rowClass}>
                    <RowContent
                      tile={<IconTile icon="mail" />}
                      title={verification.messages[outcome ?? ''] ?? verification.verification}
                      note={words.codeMessageFor(message.to, format.moment(message.at))}
                    />
                  </li>
                );
              }
              return (
                <li key={message.id} className={rowClass}>
                  <RowContent
                    tile={<IconTile icon="mail" />}
                    title={<span className="n">{words.codeMessage(code)}</span>}
                    note={words.codeMessageFor(message.to, format.moment(message.at))}
                  />
                  <CopyButton text={code} what={words.code} />
                </li>
              );
            })}
          </Rows>
        </Stack>
      </Main>
    </Page>
  );
}

/** A notice that something changed, with its link that freezes. */
function SecurityNotice({ message }: { message: SandboxMessage }) {
  const words = useWords(walletWords);
  const protection = useWords(protectionWords);
  const format = useFormat();
  const { what = '', amount = '', link = '' } = message.parameters;
  return (
    <li className={rowClass}>
      <RowContent
        tile={<IconTile icon="shield" />}
        title={[protection.notices[what] ?? protection.notice, amount].filter(Boolean).join(' · ')}
        note={words.codeMessageFor(message.to, format.moment(message.at))}
      />
      {link && (
        <a href={link} className={css.link}>
          {protection.freezeLink}
        </a>
      )}
    </li>
  );
}

/** What a notice says in a line; the message itself says more. */
function noticeOf(change: string | undefined, words: RecoveryWords): string {
  const notices: Record<string, string | undefined> = words.notices;
  return notices[change ?? ''] ?? words.notice;
}
