import { answer, useApi, useFactors, usePerson, usePlatform, useSession } from '@qiao/api';
import { commonWords, languages, useLanguage, useWords, type Language } from '@qiao/i18n';
import { recoveryWords } from '@qiao/i18n/recovery';
import { securityWords } from '@qiao/i18n/security';
import { verificationWords } from '@qiao/i18n/verification';
import { walletWords } from '@qiao/i18n/wallet';
import { waysInWords } from '@qiao/i18n/ways-in';
import {
  Button,
  Icon,
  Main,
  PersonTile,
  RowContent,
  rowClass,
  Rows,
  SectionHead,
  Segments,
  TopBar,
  useTheme,
  type Theme,
} from '@qiao/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultCard } from '../../parts/fault-card';
import { FreezeCard } from '../../parts/freeze-card';
import { LinkRow } from '../../parts/link-row';
import css from './me.module.css';
import { Rename } from './rename';

const THEMES: Theme[] = ['auto', 'light', 'dark'];

export function Me() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const security = useWords(securityWords);
  const recovery = useWords(recoveryWords);
  const verification = useWords(verificationWords);
  const ways = useWords(waysInWords);
  const person = usePerson();
  const pinLocked = useFactors().data?.locked.includes('pin') ?? false;
  const platform = usePlatform();
  const { signOut } = useSession();
  const [renaming, setRenaming] = useState(false);
  const leave = useMutation({ mutationFn: signOut });

  return (
    <>
      <TopBar large title={words.me} documentTitle={`${words.me} · ${common.brand}`} />
      <Main>
        <button type="button" className={rowClass} onClick={() => setRenaming(true)} aria-haspopup="dialog">
          <RowContent
            tile={<PersonTile name={person.name} own size="l" />}
            title={person.name}
            note={<span className="n">{person.phone_masked}</span>}
          />
          <span className="vh">{words.rename}</span>
          <Icon name="edit" size="s" />
        </button>

        <section className={css.section} aria-label={words.security}>
          <SectionHead title={words.security} />
          <Rows>
            <li>
              <FreezeCard />
            </li>
            <LinkRow
              to="/pin"
              search={{ next: '/me' }}
              icon="lock"
              title={words.pin}
              note={pinLocked ? ways.lockedByPlatform : person.has_pin ? words.pinSet : words.pinMissing}
            />
            <LinkRow to="/contacts" icon="mail" title={recovery.contacts} note={recovery.contactsLead} />
            <LinkRow to="/security" icon="shield" title={security.title} note={security.lead} />
            <LinkRow to="/verification" icon="me" title={verification.title} note={verification.lead} />
            <LinkRow to="/withdraw" icon="bank" title={words.withdraw} />
            <LinkRow to="/privacy" icon="shield" title={words.privacy} note={words.privacyNote} />
            {platform.data?.demo && (
              <LinkRow to="/inbox" icon="mail" title={words.inbox} note={words.inboxText} />
            )}
          </Rows>
        </section>

        <Preferences />

        <div className={css.section}>
          {leave.isError && <FaultCard failure={leave.error} />}
          <Button kind="quiet" icon="out" busy={leave.isPending} onClick={() => leave.mutate()}>
            {common.signOut}
          </Button>
        </div>
      </Main>
      {renaming && <Rename onClose={() => setRenaming(false)} />}
    </>
  );
}

function Preferences() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  const { http } = useApi();
  const { updatePerson } = useSession();
  // The device changes at once; that other devices follow may take a moment or fail without harm.
  const remember = useMutation({
    mutationFn: (chosen: Language) => answer(http.PATCH('/v1/me', { body: { language: chosen } })),
    onSuccess: updatePerson,
  });

  return (
    <section className={css.section} aria-label={words.preferences}>
      <SectionHead title={words.preferences} />
      <div className={css.choices}>
        <p>{common.language}</p>
        <Segments
          label={common.language}
          value={language}
          onChange={(chosen) => {
            setLanguage(chosen);
            remember.mutate(chosen);
          }}
          options={languages.map((value) => ({ value, label: common.languageNames[value] }))}
        />
        <p>{common.theme}</p>
        <Segments
          label={common.theme}
          value={theme}
          onChange={setTheme}
          options={THEMES.map((value) => ({ value, label: common.themes[value] }))}
        />
      </div>
    </section>
  );
}
