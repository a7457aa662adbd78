import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = 'jtf4p2x0k9v7m1q8w3z6r5y2b4n8c0dh';
const seen = (sent: Readonly<Record<string, string>>) => ({
  sent,
  body: JSON.stringify({
    httpStatus: 401,
    code: 1014,
    codeDescription: 'Problem during authentication process, check headers!',
    message: 'Unable to authenticate request. Check credentials or authentication method details',
    moreInfo: 'https://apidocs.getresponse.com/v3/errors/1014',
    context: { authenticationType: 'auth_token' },
    uuid: '474a4b57-df76-4dd9-be3e-3e4b9a1f0c55',
  }),
});

export const getresponse = defineProvider({
  id: 'getresponse',
  name: 'GetResponse',
  category: 'messaging',
  address: 'https://api.getresponse.com/v3/accounts',
  hosts: /^api\.getresponse\.com$|^api3\.getresponse360\.(?:com|pl)$/,
  body: /apidocs\.getresponse\.com\/(?:en\/)?v3\/errors/,
  sources: [
    'https://apireference.getresponse.com/#section/Authentication',
    'https://apidocs.getresponse.com/v3/errors/1014',
  ],
  doors: ['field x-auth-token', 'authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'header-malformed',
      weight: PROVEN,
      code: ['1014'],
      sent: /^field x-auth-token: (?!api-key )[a-z0-9]{32}$/,
      explanation: 'X-Auth-Token holds the word api-key, a space, and then the key.',
      seen: seen({ 'X-Auth-Token': key }),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['1014'],
      sent: /^field x-auth-token: api-key /,
      explanation:
        'GetResponse does not know this key: it was deleted, is unused for 90 days, or belongs to a MAX account, which has a host of its own and wants X-Domain.',
      seen: seen({ 'X-Auth-Token': `api-key ${key}` }),
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['1014'],
      sent: /^authorization authorization: bearer /i,
      explanation: 'The access token is over, after a day, or was not made here.',
      seen: seen({ Authorization: 'Bearer 0c1f4a7be2d8936a5f40c7e1b8d2a69f3e7c5b10' }),
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      code: ['1014'],
      path: /^/,
      host: /getresponse360/,
      lacks: 'X-Domain',
      explanation: 'Accounts of GetResponse MAX name their domain in the field X-Domain.',
      seen: {
        ...seen({ 'X-Auth-Token': `api-key ${key}` }),
        url: 'https://api3.getresponse360.com/v3/accounts',
      },
    },
  ],
});
