import { commonWords, useFormat, useWords, type Fault } from '@qiao/i18n';
import { Button } from '../button';
import { ErrorCard } from '../notices';
import css from './problem-card.module.css';

/** A refusal or a failure in words, with a way to try again where that makes sense. */
export function ProblemCard({ problem, onRetry }: { problem: Fault; onRetry?: () => void }) {
  const format = useFormat();
  const words = useWords(commonWords);
  return (
    <ErrorCard fault={format.fault(problem)}>
      {onRetry && (
        <Button kind="quiet" size="m" className={css.retry} onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </ErrorCard>
  );
}
