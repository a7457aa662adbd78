import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://xsts.auth.xboxlive.com/xsts/authorize';
const posted =
  '{"Properties":{"SandboxId":"RETAIL","UserTokens":["eyJhbGciOiJSUzI1NiJ9.e30.c2ln"]},"RelyingParty":"http://xboxlive.com","TokenType":"JWT"}';
const refused = (code: string) => ({
  url,
  sent: {},
  posted,
  received: { 'WWW-Authenticate': `XSTS error=${code}` },
  body: `{"Identity":"0","XErr":${code},"Message":"","Redirect":""}`,
});

export const xboxLive = defineProvider({
  id: 'xbox-live',
  name: 'Xbox Live',
  category: 'identity',
  address: url,
  hosts: /(^|\.)xboxlive\.com$/,
  sources: [
    'https://learn.microsoft.com/en-us/answers/questions/583869/what-kind-of-xerr-is-displayed-during-xsts-authent',
  ],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [
        '2148916227',
        '2148916229',
        '2148916233',
        '2148916234',
        '2148916236',
        '2148916237',
        '2148916238',
        '2148916239',
        '2148916240',
      ],
      explanation:
        'The Microsoft account cannot be used with Xbox: it has no profile yet (…233), is a child’s outside a family (…238), has to prove its age or accept the terms, or is banned. The account’s owner mends it on xbox.com.',
      seen: refused('2148916233'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['2148916235'],
      explanation: 'Xbox Live is not offered in the country of this account.',
      seen: refused('2148916235'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['2148916255', '2148916258'],
      explanation: 'The user token is over: log in again and exchange the new one.',
      seen: refused('2148916255'),
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^error: invalid_token$/i,
      explanation:
        'The ticket is over, or the letter and the equals sign before it are of another kind of token: d= for an app’s own.',
      seen: {
        url: 'https://user.auth.xboxlive.com/user/authenticate',
        sent: {},
        posted: '{"Properties":{"AuthMethod":"RPS","RpsTicket":"EwAoA8p4BAAUkj1NuJYtTV"}}',
        received: { 'WWW-Authenticate': 'MSA error="invalid_token"' },
        body: '',
      },
    },
  ],
});
