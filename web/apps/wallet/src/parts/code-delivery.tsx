import { answer, useApi, type CodeDelivery, type CodeSent } from '@qiao/api';
import { useWords } from '@qiao/i18n';
import { walletWords } from '@qiao/i18n/wallet';
import { Banner, Button } from '@qiao/ui';
import { useQuery } from '@tanstack/react-query';

const ASK_EVERY_MS = 1000;
const OPEN: readonly CodeDelivery['state'][] = ['waiting', 'sending'];

/** How far a code has come. Asked until that is certain, and for as long as the page is looked at. */
export function useCodeDelivery(sent: CodeSent): CodeDelivery | undefined {
  const { http } = useApi();
  const delivery = useQuery({
    queryKey: ['code-delivery', sent.code_id],
    queryFn: () => answer(http.GET('/v1/one-time-codes/{id}', { params: { path: { id: sent.code_id } } })),
    refetchInterval: ({ state }) =>
      !state.error && (state.data === undefined || OPEN.includes(state.data.state)) ? ASK_EVERY_MS : false,
  });
  return delivery.data;
}

/** Where the code goes, as far as that is known. */
export function useCodeHint(sent: CodeSent, delivery: CodeDelivery | undefined): string {
  const words = useWords(walletWords);
  switch (delivery?.state) {
    case 'sent':
      return words.codeSentTo(sent.sent_to);
    case 'failed':
    case 'unknown':
      return sent.sent_to;
    default:
      return words.codeSendingTo(sent.sent_to);
  }
}

/** Says that a code did not leave, or perhaps did not, and offers another way. */
export function CodeTrouble({
  delivery,
  busy,
  onSend,
}: {
  delivery: CodeDelivery | undefined;
  busy: boolean;
  onSend: (via: string | undefined) => void;
}) {
  const words = useWords(walletWords);
  if (delivery?.state !== 'failed' && delivery?.state !== 'unknown') return null;
  const failed = delivery.state === 'failed';
  const other = delivery.other_channels[0];
  return (
    <>
      <Banner tone={failed ? 'danger' : 'attention'} title={failed ? words.codeNotSent : words.codeMaybeSent}>
        {failed ? words.codeNotSentTodo : words.codeMaybeSentTodo}
      </Banner>
      {(failed || other) && (
        <Button kind="quiet" size="m" busy={busy} onClick={() => onSend(other)}>
          {other ? words.codeOtherWay : words.resend}
        </Button>
      )}
    </>
  );
}
