import type { ProxyAuthScheme } from './network-settings.ts';

const byStrength = ['digest', 'ntlm', 'basic'] as const satisfies readonly ProxyAuthScheme[];

/** The strongest scheme that a proxy offers and that can be answered; names are those of its challenges. */
export const strongestProxyScheme = (
  challenged: readonly string[],
): (typeof byStrength)[number] | undefined => {
  const names = new Set(challenged.map((name) => name.toLowerCase()));
  return byStrength.find((scheme) => names.has(scheme));
};
