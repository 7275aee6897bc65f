import { problemOf } from '@qiao/api';
import { useFormat } from '@qiao/i18n';
import { ErrorCard } from '@qiao/ui';

/** A failure in words; nothing while there is none. */
export function Fault({ failure }: { failure: unknown }) {
  const format = useFormat();
  if (!failure) return null;
  return <ErrorCard fault={format.fault(problemOf(failure))} />;
}

/** A failure as one line, for below a field. */
export function useFaultLine(): (failure: unknown) => string | null {
  const format = useFormat();
  return (failure) => {
    if (!failure) return null;
    const { what, todo } = format.fault(problemOf(failure));
    return format.language === 'zh-CN' ? `${what}。${todo}` : `${what}. ${todo}`;
  };
}
