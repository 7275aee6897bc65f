import { problemOf, useStoreCode, type Store, type StoreCode } from '@qiao/api';
import { useFormat, useWords } from '@qiao/i18n';
import { merchantWords } from '@qiao/i18n/merchant';
import { Button, EmptyState, QrCode } from '@qiao/ui';
import { ArchCode, Blank, PageHead, ProblemCard } from '@qiao/ui/desk';
import { posterPng, posterSvg, type Poster } from './poster';
import css from './code.module.css';

/** The store's own code, for its counter: to show, to print, to download. */
export function StoreCodePage({ store }: { store: Store | undefined }) {
  const words = useWords(merchantWords);
  return (
    <>
      <PageHead title={words.storeCode} note={words.codePageLead} />
      {store ? <Code key={store.id} store={store} /> : <EmptyState title={words.noStore} />}
    </>
  );
}

function Code({ store }: { store: Store }) {
  const code = useStoreCode(store.id);
  if (code.data) return <Printable code={code.data} />;
  if (code.isError)
    return <ProblemCard problem={problemOf(code.error)} onRetry={() => void code.refetch()} />;
  return <Blank height={584} />;
}

function Printable({ code }: { code: StoreCode }) {
  const words = useWords(merchantWords);
  const format = useFormat();
  const poster: Poster = {
    payload: code.payload,
    merchant: format.name(code.merchant),
    store: format.name(code.store),
    how: words.posterHow,
  };
  const file = `qiao-${poster.store}`;
  return (
    <>
      <div className={css.ground}>
        <ArchCode head={poster.store} amount={poster.merchant} named status={words.posterHow}>
          <QrCode payload={code.payload} label={words.staticCodeOf(poster.store)} />
        </ArchCode>
      </div>
      <div className={css.actions}>
        <Button size="m" icon="bill" onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button
          kind="quiet"
          size="m"
          icon="download"
          onClick={() => void posterPng(poster).then((blob) => save(blob, `${file}.png`))}
        >
          {words.downloadPng}
        </Button>
        <Button
          kind="quiet"
          size="m"
          icon="download"
          onClick={() => save(new Blob([posterSvg(poster)], { type: 'image/svg+xml' }), `${file}.svg`)}
        >
          {words.downloadSvg}
        </Button>
      </div>
    </>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
