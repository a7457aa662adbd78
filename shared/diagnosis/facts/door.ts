import type { SentCredential } from './sent-credentials.ts';

/** Where a credential stands, as tables write it: "authorization basic", "field x-api-key", "query key", "path". */
export const doorOf = ({ in: where, name, parsed }: SentCredential): string =>
  where === 'authorization'
    ? `authorization ${parsed === undefined || parsed.rest === '' ? '' : parsed.scheme}`.trim()
    : where === 'userinfo'
      ? 'authorization basic'
      : where === 'path'
        ? 'path'
        : `${where} ${name.toLowerCase()}`;
