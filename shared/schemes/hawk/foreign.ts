import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import type { HawkSettings } from './settings.ts';
import type { Scheme } from '../scheme.ts';

type Given = Readonly<Record<string, string>>;

/** SHA-256 is what these tools mean where they say nothing that is known. */
const algorithmOf = (given: Given): 'sha1' | 'sha256' => (given['algorithm'] === 'sha1' ? 'sha1' : 'sha256');

/** Postman's names, which Hoppscotch took over. Its timestamp and nonce are left to chance unless typed. */
const readPostmanNames = (given: Given): SchemeSettings => ({
  id: given['authId'] ?? '',
  key: plainSecret(given['authKey'] ?? ''),
  algorithm: algorithmOf(given),
  payloadHash: given['includePayloadHash'] === 'true',
  ext: given['extraData'] ?? given['ext'] ?? '',
  app: given['app'] ?? given['appId'] ?? '',
  dlg: given['delegation'] ?? given['dlg'] ?? '',
  timestamp: given['timestamp'] ?? '',
  nonce: given['nonce'] ?? '',
});

/** How other tools' files hold Hawk credentials. */
export const hawkForeign: NonNullable<Scheme<HawkSettings>['foreign']> = {
  postman: {
    types: ['hawk'],
    read: readPostmanNames,
    write: (own) => ({
      authId: String(own['id']),
      authKey: String(own['key']),
      algorithm: String(own['algorithm']),
      includePayloadHash: String(own['payloadHash']),
      extraData: String(own['ext']),
      app: String(own['app']),
      delegation: String(own['dlg']),
      timestamp: String(own['timestamp']),
      nonce: String(own['nonce']),
    }),
  },
  hoppscotch: { types: ['hawk'], read: readPostmanNames },
  insomnia: {
    types: ['hawk'],
    read: (given) => ({
      id: given['id'] ?? '',
      key: plainSecret(given['key'] ?? ''),
      algorithm: algorithmOf(given),
      ext: given['ext'] ?? '',
      payloadHash: given['validatePayload'] === 'true',
    }),
  },
};
