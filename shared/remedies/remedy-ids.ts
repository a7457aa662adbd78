/** The closed list of remedies (docs: product words). A rule names the id; shared/remedies plans what it does. */
export const remedyIds = [
  'refresh-token',
  'fetch-token',
  'authorize-again',
  'repair-header',
  'switch-scheme',
  'fill-placeholder',
  'fill-credentials',
  'reencode-credentials',
  'send-to-redirect-target',
  'use-final-url',
  'send-proxy-credentials',
  'wait-and-retry',
  'retry',
  'report',
] as const;

export type RemedyId = (typeof remedyIds)[number];
