import { answer, problemOf, useApi, type KeptData } from '@qiao/api';
import { commonWords, useLanguage, useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Banner, Button, buttonClass, RowSkeletons, SectionHead, Sheet, Stack } from '@qiao/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FaultCard } from '../../parts/fault-card';
import { PinStep } from '../../parts/pin-step';
import css from './privacy.module.css';

/** The end of the wallet: what stands in its way, what will be kept and why, and the act itself. */
export function Leave() {
  const words = useWords(walletWords);
  const common = useWords(commonWords);
  const { http } = useApi();
  const [step, setStep] = useState<'rest' | 'sure' | 'pin'>('rest');
  const outlook = useQuery({
    queryKey: ['erasure'],
    queryFn: () => answer(http.GET('/v1/me/erasure')),
    gcTime: 0,
  });
  const leave = useMutation({
    mutationFn: (pin: string) => answer(http.POST('/v1/me/erasure', { body: { pin } })),
    onSuccess: () => setStep('rest'),
  });

  if (leave.isSuccess) {
    return (
      <Sheet title={words.left} onClose={goHome} locked>
        <Stack>
          <p>{words.leftText}</p>
          <Kept kept={leave.data.kept} />
          <Button onClick={goHome}>{words.leftDone}</Button>
        </Stack>
      </Sheet>
    );
  }
  return (
    <section className={css.section} aria-label={words.leave}>
      <SectionHead title={words.leave} />
      <p className={css.text}>{words.leaveText}</p>
      {outlook.isPending && <RowSkeletons count={2} label={common.loading} />}
      {outlook.isError && <FaultCard failure={outlook.error} onRetry={() => void outlook.refetch()} />}
      {outlook.data && (
        <>
          <Kept kept={outlook.data.kept} />
          {outlook.data.obstacle === null || outlook.data.obstacle === undefined ? (
            <Button kind="danger" onClick={() => setStep('sure')}>
              {words.leave}
            </Button>
          ) : outlook.data.obstacle === 'wallet_not_empty' ? (
            <Banner
              tone="attention"
              title={words.leaveNotEmpty}
              action={
                <Link to="/withdraw" className={buttonClass({ kind: 'quiet', size: 'm' })}>
                  {words.withdraw}
                </Link>
              }
            />
          ) : (
            <Banner tone="attention" title={words.leaveUnderWay} />
          )}
        </>
      )}
      {step === 'sure' && (
        <Sheet title={words.leaveSure} onClose={() => setStep('rest')}>
          <Stack>
            <p>{words.leaveSureText}</p>
            <Button kind="danger" onClick={() => setStep('pin')}>
              {words.leaveDo}
            </Button>
            <Button kind="quiet" onClick={() => setStep('rest')}>
              {words.stay}
            </Button>
          </Stack>
        </Sheet>
      )}
      {step === 'pin' && (
        <PinStep
          busy={leave.isPending}
          problem={leave.error && problemOf(leave.error)}
          onPin={(pin) => leave.mutate(pin)}
          onClose={() => {
            leave.reset();
            setStep('rest');
          }}
        >
          {words.leave}
        </PinStep>
      )}
    </section>
  );
}

/** What the law keeps, which law that is, and until when. */
function Kept({ kept }: { kept: readonly KeptData[] }) {
  const words = useWords(walletWords);
  const { language } = useLanguage();
  return (
    <ul className={css.kept} aria-label={words.kept}>
      {kept.map((item) => (
        <li key={item.what} className={css.item}>
          <p>{words.keptUntil(words.keptWhat[item.what], item.until.slice(0, 10))}</p>
          <small>{language === 'zh-CN' ? item.law : item.law_en}</small>
        </li>
      ))}
    </ul>
  );
}

/** The session is over: the whole page begins anew. */
function goHome(): void {
  location.assign('/');
}
