const KEY = 'qiao.recovery';

/** The only key to an application: kept by the browser that applied, for as long as it is of use. */
export function keptClaim(): string | null {
  return localStorage.getItem(KEY);
}

export function keepClaim(token: string): void {
  localStorage.setItem(KEY, token);
}

export function forgetClaim(): void {
  localStorage.removeItem(KEY);
}
