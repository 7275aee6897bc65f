import { problemOf, type Problem } from '@qiao/api';
import { useFormat } from '@qiao/i18n';
import { ErrorCard } from '@qiao/ui';

/** A failure in words; nothing while there is none. */
export function Fault({ failure }: { failure: unknown }) {
  const format = useFormat();
  if (!failure) return null;
  return <ErrorCard fault={format.fault(withoutMoney(failure))} />;
}

/** A failure as one line, for below a field. */
export function useFaultLine(): (failure: unknown) => string | null {
  const format = useFormat();
  return (failure) => {
    if (!failure) return null;
    const { what, todo } = format.fault(withoutMoney(failure));
    return format.language === 'zh-CN' ? `${what}。${todo}` : `${what}. ${todo}`;
  };
}

/** Who signs in or changes a factor pays nothing: whether money was taken is no question here. */
function withoutMoney(failure: unknown): Problem {
  return { ...problemOf(failure), money: 'not_involved' };
}
