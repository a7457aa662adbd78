import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import type { ForeignAuth, Scheme } from '../scheme.ts';

/** Our text settings by a tool's names. */
const mapping = (
  names: Readonly<Record<string, string>>,
  more: (exp: string) => SchemeSettings,
): ForeignAuth => ({
  types: ['asap'],
  read: (given): SchemeSettings => ({
    ...Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [ours, given[theirs] ?? ''])),
    privateKey: plainSecret(given['privateKey'] ?? ''),
    ...more(given['exp'] ?? ''),
    ...(given['alg'] === undefined || given['alg'] === '' ? {} : { algorithm: given['alg'] }),
  }),
  write: (settings) => ({
    ...Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [theirs, String(settings[ours])])),
    privateKey: String(settings['privateKey']),
  }),
});

/** "1h", "90s", "5 minutes" or seconds, as Postman takes them; no more than the hour that ASAP allows. */
const secondsOf = (text: string): string => {
  const [, count = '', unit = ''] = /^(\d+)\s*([smh]?)/i.exec(text.trim()) ?? [];
  if (count === '') return '3600';
  const seconds = Number(count) * ({ m: 60, h: 3600 }[unit.toLowerCase()] ?? 1);
  return String(Math.min(Math.max(seconds, 1), 3600));
};

export const asapForeign: NonNullable<Scheme['foreign']> = {
  postman: mapping(
    { issuer: 'iss', subject: 'sub', audience: 'aud', keyId: 'kid', claims: 'claims' },
    (exp) => ({ lifetime: secondsOf(exp) }),
  ),
  insomnia: mapping(
    {
      issuer: 'issuer',
      subject: 'subject',
      audience: 'audience',
      keyId: 'keyId',
      claims: 'additionalClaims',
    },
    () => ({}),
  ),
};
