import { problemOf } from '@qiao/api';
import { useFormat } from '@qiao/i18n';
import { ErrorCard } from '@qiao/ui';

/** A failure in words. */
export function Fault({ failure }: { failure: unknown }) {
  return <ErrorCard fault={useFormat().fault(problemOf(failure))} />;
}
