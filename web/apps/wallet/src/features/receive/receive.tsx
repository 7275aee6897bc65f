import { answer, useApi, usePerson } from '@qiao/api';
import { commonWords, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Button, CopyButton, Mark, Main, Page, PersonTile, QrCode, RowSkeletons, TopBar } from '@qiao/ui';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { BackLink } from '../../parts/back-link';
import { FaultCard } from '../../parts/fault-card';
import { savePicture } from './save-picture';
import css from './receive.module.css';

/** The person's own code, for others to pay to. */
export function Receive() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const person = usePerson();
  const { http } = useApi();
  const paper = useRef<HTMLDivElement>(null);
  const code = useQuery({
    queryKey: ['me', 'code'],
    queryFn: () => answer(http.GET('/v1/me/code')),
    staleTime: Infinity,
  });

  return (
    <Page>
      <TopBar
        title={words.receiveTitle}
        back={<BackLink />}
        documentTitle={`${words.receiveTitle} · ${common.brand}`}
      />
      <Main>
        <section className={css.deck}>
          <p className={css.text}>{words.receiveText}</p>
          <div className={css.paper} ref={paper}>
            {code.isPending && <RowSkeletons count={3} label={common.loading} />}
            {code.isError && <FaultCard failure={code.error} onRetry={() => void code.refetch()} />}
            {code.data && <QrCode payload={code.data.payload} label={words.myCode(person.name)} />}
          </div>
          <div className={css.who}>
            <PersonTile name={person.name} />
            <span>
              <b>{person.name}</b>
              <small className="n">{person.phone_masked}</small>
            </span>
            {code.data && <CopyButton text={code.data.payload} what={words.payloadWord} />}
          </div>
        </section>
        <div className={css.water} aria-hidden="true">
          <Mark size={28} />
        </div>
        {code.data && (
          <Button
            kind="quiet"
            icon="download"
            onClick={() => {
              const svg = paper.current?.querySelector('svg');
              if (svg) void savePicture(svg, 'qiao.png');
            }}
          >
            {words.saveCode}
          </Button>
        )}
      </Main>
    </Page>
  );
}
