import type { ReactNode } from 'react';
import css from './tag.module.css';

export type Tone = 'plain' | 'jade' | 'amber' | 'verm' | 'slate';

/** One word of state. The word says it; the colour only helps. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  );
}
