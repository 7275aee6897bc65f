import { commonWords, useWords } from '@qiao/i18n';
import { protectionWords } from '@qiao/i18n/protection';
import { Main, Page, SectionHead, TopBar } from '@qiao/ui';
import { BackLink } from '../../parts/back-link';
import css from './protection.module.css';

/** How the platform will and will not contact people. */
export function ContactPage() {
  const words = useWords(protectionWords);
  const common = useWords(commonWords);
  return (
    <Page>
      <TopBar
        title={words.contactPage}
        back={<BackLink />}
        documentTitle={`${words.contactPage} · ${common.brand}`}
      />
      <Main>
        <div className={css.column}>
          <Points title={words.weNever} items={words.weNeverItems} />
          <Points title={words.weWill} items={words.weWillItems} />
          <Points title={words.ifCalled} items={words.ifCalledItems} ordered />
          <section className={css.section} aria-label={words.linkHonest}>
            <SectionHead title={words.linkHonest} />
            <p className={css.text}>{words.linkHonestText}</p>
          </section>
        </div>
      </Main>
    </Page>
  );
}

function Points({ title, items, ordered = false }: { title: string; items: string[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <section className={css.section} aria-label={title}>
      <SectionHead title={title} />
      <List className={css.points}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </List>
    </section>
  );
}
