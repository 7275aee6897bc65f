import { isProblem, problemOf } from '@qiao/api';
import { commonWords, useFormat, useWords } from '@qiao/i18n';
import { Button, ErrorCard } from '@qiao/ui';
import type { ReactNode } from 'react';

/** A failure in words, with a way on. */
export function FaultCard({
  failure,
  onRetry,
  children,
}: {
  failure: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const words = useWords(commonWords);
  const format = useFormat();
  return (
    <ErrorCard fault={format.fault(isProblem(failure) ? failure : problemOf(failure))}>
      {children}
      {onRetry && (
        <Button size="m" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </ErrorCard>
  );
}

/** A failure as one line, for below a field or a PIN. */
export function useFaultLine(): (failure: unknown) => string {
  const format = useFormat();
  return (failure) => {
    const { what, money, todo } = format.fault(isProblem(failure) ? failure : problemOf(failure));
    const happened = money === null ? what : `${what} · ${money}`;
    return format.language === 'zh-CN' ? `${happened}。${todo}` : `${happened}. ${todo}`;
  };
}
