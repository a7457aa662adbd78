import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api-eu.libreview.io/llu/connections';
const sent = {
  Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
  product: 'llu.android',
  version: '4.7.0',
};

export const librelinkup = defineProvider({
  id: 'librelinkup',
  name: 'LibreLinkUp',
  category: 'device',
  address: url,
  hosts: /^api(?:-[a-z0-9]+)?\.libreview\.(?:io|ru)$/,
  few: 'Its other refusals carry no code.',
  sources: [
    'https://github.com/timoschlueter/nightscout-librelink-up/issues/167',
    'https://github.com/gillesvs/librelink/pull/45',
    'https://github.com/gillesvs/librelink/issues/56',
  ],
  doors: ['authorization bearer'],
  needs: [{ at: ['field version'] }, { at: ['field product'] }],
  signs: [
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /minimumVersion: \d/i,
      explanation:
        'The field version names an app that is too old; the answer says which is the oldest that may ask.',
      seen: { status: 403, url, sent, body: '{"data":{"minimumVersion":"4.16.0"},"status":920}' },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /RequiredHeaderMissing/,
      explanation:
        'Account-Id is wanted since version 4.12: the SHA-256, in hex, of the user’s id from the login.',
      seen: { status: 400, url, sent, body: '{"message":"RequiredHeaderMissing"}' },
    },
  ],
});
