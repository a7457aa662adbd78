import { hostIn } from '../exchange/url.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { SchemeSettings } from '../workspace/draft.ts';
import { isTypedAuthorization } from './parts/attach.ts';
import { edgeGridSettingsSchema, type EdgeGridSettings } from './edgegrid/settings.ts';
import { edgeGridSigned } from './edgegrid/sign.ts';
import { defineScheme, send } from './scheme.ts';

const isEmpty = ({ clientToken, clientSecret, accessToken }: EdgeGridSettings): boolean =>
  clientToken === '' && clientSecret === '' && accessToken === '';

/** The names that Akamai's clients share; a base address stands for the host that is signed. */
const readNames = (given: Readonly<Record<string, string>>): SchemeSettings => ({
  clientToken: given['clientToken'] ?? '',
  clientSecret: plainSecret(given['clientSecret'] ?? ''),
  accessToken: plainSecret(given['accessToken'] ?? ''),
  headersToSign: given['headersToSign'] ?? '',
  ...(/^\d+$/.test(given['maxBodySize'] ?? '') ? { maxBody: given['maxBodySize'] ?? '' } : {}),
  host: (given['baseURL'] ?? '').replace(/^https?:\/\//i, '').replace(/\/.*$/, ''),
  timestamp: given['timestamp'] ?? '',
  nonce: given['nonce'] ?? '',
});

/** Akamai's EdgeGrid, EG1-HMAC-SHA256. An empty form adds nothing. */
export const edgegrid = defineScheme<EdgeGridSettings>({
  id: 'edgegrid',
  label: 'Akamai EdgeGrid',
  references: ['Akamai: Authenticate with EdgeGrid'],
  challenges: ['eg1-hmac-sha256'],
  coversFields: true,
  form: [
    { name: 'clientToken', label: 'Client token', kind: 'text', placeholder: 'akab-…' },
    { name: 'clientSecret', label: 'Client secret', kind: 'secret' },
    { name: 'accessToken', label: 'Access token', kind: 'secret' },
    {
      name: 'headersToSign',
      label: 'Signed headers',
      kind: 'text',
      group: 'Signature',
      placeholder: 'none',
      help: 'Names in the order that the API asks for, separated by commas.',
    },
    {
      name: 'maxBody',
      label: 'Signed body',
      kind: 'text',
      group: 'Signature',
      help: 'Bytes from the start of a POST body that are hashed.',
    },
    {
      name: 'host',
      label: 'Host',
      kind: 'text',
      group: 'Signature',
      help: 'Another one only where a proxy changes it on the way.',
      guess: (_, url) => {
        const host = hostIn(url);
        return host === undefined ? undefined : { value: host, because: 'the host of the request' };
      },
    },
    {
      name: 'timestamp',
      label: 'Timestamp',
      kind: 'text',
      group: 'Signature',
      placeholder: 'now, as 20140321T19:34:21+0000',
    },
    { name: 'nonce', label: 'Nonce', kind: 'text', group: 'Signature', placeholder: 'a random one' },
  ],
  credential: 'token or secret',
  settings: edgeGridSettingsSchema,
  summary: ({ clientToken }) => (clientToken === '' ? 'Akamai EdgeGrid' : `Akamai EdgeGrid, ${clientToken}`),
  problem: (own) => {
    if (isEmpty(own)) return undefined;
    if (own.clientToken === '') return 'The client token is missing.';
    if (own.clientSecret === '') return 'The client secret is missing.';
    if (own.accessToken === '') return 'The access token is missing.';
    return /^\d{1,9}$/.test(own.maxBody) ? undefined : 'The signed body is a number of bytes; correct it.';
  },
  *flow(request, own, env) {
    if (isEmpty(own) || isTypedAuthorization(request)) yield* send(request);
    else yield* send(yield* edgeGridSigned(request, own, env));
  },
  notices: (own, { url }) =>
    !isEmpty(own) && url.startsWith('http:')
      ? [
          {
            title: 'EdgeGrid over plain http',
            explanation: 'The scheme of the address is signed, and Akamai answers https only. Use https.',
          },
        ]
      : [],
  curl: (own) => ({
    words: [],
    notes: isEmpty(own)
      ? []
      : ['curl does not know EdgeGrid: the field is signed already and good once, for about half a minute.'],
  }),
  foreign: {
    postman: {
      types: ['edgegrid'],
      read: readNames,
      write: (own) => ({
        clientToken: String(own['clientToken']),
        clientSecret: String(own['clientSecret']),
        accessToken: String(own['accessToken']),
        headersToSign: String(own['headersToSign']),
        maxBodySize: String(own['maxBody']),
        baseURL: own['host'] === '' ? '' : `https://${String(own['host'])}`,
        timestamp: String(own['timestamp']),
        nonce: String(own['nonce']),
      }),
    },
    bruno: { types: ['akamai-edgegrid', 'akamaiEdgegrid'], read: readNames },
    hoppscotch: { types: ['akamai-eg'], read: readNames },
  },
});
