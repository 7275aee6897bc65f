import type { ReviewLine } from '@qiao/api';

export const stateTones = {
  draft: 'plain',
  submitted: 'amber',
  in_review: 'slate',
  more_needed: 'amber',
  approved: 'jade',
  refused: 'verm',
  withdrawn: 'plain',
} as const satisfies Record<ReviewLine['state'], string>;
