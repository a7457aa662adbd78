import { parseJson } from '../exchange/json.ts';
import { attachField, prefixed } from './parts/attach.ts';
import { sendWithProof } from './oauth2/dpop.ts';
import { oauth2Foreign } from './oauth2/foreign.ts';
import { oauth2Form } from './oauth2/form.ts';
import {
  beginnings,
  oauth2Grants,
  oauth2SettingsSchema,
  type OAuth2Grant,
  type OAuth2Settings,
} from './oauth2/settings.ts';
import { accessToken, defineScheme, send } from './scheme.ts';

const grantWords = {
  'authorization-code': 'authorization code',
  'client-credentials': 'client credentials',
  'device-code': 'device code',
  'refresh-token': 'refresh token',
  password: 'password',
  'token-exchange': 'token exchange',
  'jwt-bearer': 'JWT bearer',
  implicit: 'implicit',
  hybrid: 'hybrid',
} as const satisfies Record<OAuth2Grant, string>;

/** An access token that the host obtains, renews and keeps; what is sent is a Bearer token, or one with a proof. */
export const oauth2 = defineScheme<OAuth2Settings>({
  id: 'oauth2',
  label: 'OAuth 2.0',
  references: [
    'RFC 6749',
    'RFC 6750',
    'RFC 7523',
    'RFC 7636',
    'RFC 8252',
    'RFC 8414',
    'RFC 8628',
    'RFC 8693',
    'RFC 8705',
    'RFC 9101',
    'RFC 9126',
    'RFC 9396',
    'RFC 9449',
    'RFC 9470',
    'OpenID Connect Core 1.0',
    'JARM',
  ],
  challenges: ['bearer', 'dpop'],
  form: oauth2Form,
  credential: 'token',
  fromResourceMetadata: true,
  tokenWays: ({ grant: named }, hasRefreshToken) => {
    const grant = oauth2Grants.find((one) => one === named) ?? 'authorization-code';
    const refresh = hasRefreshToken ? (['refresh'] as const) : [];
    switch (beginnings[grant]) {
      case 'login':
        return [...refresh, 'authorize'];
      case 'fetch':
        return [...refresh, 'fetch'];
      case 'refresh':
        return ['refresh'];
      default:
        return beginnings[grant] satisfies never;
    }
  },
  settings: oauth2SettingsSchema,
  problem: ({ authorizationDetails: details }) =>
    details.trim() === '' || details.includes('{{') || Array.isArray(parseJson(details))
      ? undefined
      : 'The authorization details are not a JSON array; write [{ "type": "…" }].',
  summary: ({ grant }) => `OAuth 2.0, ${grantWords[grant]}`,
  *flow(request, { prefix }, env) {
    const { accessToken: token, dpop } = yield* accessToken();
    if (dpop !== undefined) yield* sendWithProof(request, token, dpop, env);
    else yield* send(attachField(request, 'Authorization', prefixed(prefix, token)));
  },
  foreign: oauth2Foreign,
  curl: ({ dpop }) => ({
    words: [],
    notes: dpop
      ? ['curl cannot make a DPoP proof: the one that is exported is good once and for a short time.']
      : [],
  }),
});
