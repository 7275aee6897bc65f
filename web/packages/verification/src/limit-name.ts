import type { LimitStanding } from '@qiao/api';
import { useLanguage, useWords } from '@qiao/i18n';
import { verificationWords } from '@qiao/i18n/verification';

type Named = Pick<LimitStanding, 'counts' | 'window'>;

/** What a limit counts and over what: 付款、转账 · 每年. */
export function useLimitName(): (limit: Named) => string {
  const words = useWords(verificationWords);
  const { language } = useLanguage();
  return ({ counts, window }) => {
    const what = counts.map((one) => words.movements[one]).join(words.and);
    return `${language === 'zh-CN' ? what : what[0]?.toUpperCase() + what.slice(1)} · ${words.spans[window]}`;
  };
}
