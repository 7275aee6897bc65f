/** Basis points as a percentage with two decimals: 9972 is 99.72. */
export function percent(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / 100);
  return `${whole}.${String(Math.abs(basisPoints % 100)).padStart(2, '0')}`;
}

/** Below this success rate a channel asks for attention. */
export const ATTENTION_BELOW_BP = 9800;
