import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sentinelone = defineProvider({
  id: 'sentinelone',
  name: 'SentinelOne',
  category: 'security',
  address: 'https://usea1-acme.sentinelone.net/web/api/v2.1/system/status',
  hosts: /\.sentinelone\.net$/,
  misleads: [
    {
      says: 'Authentication Failed',
      means: 'Said of a good API token, too, where another word than ApiToken stands before it.',
    },
  ],
  sources: [
    'https://github.com/Shuffle/openapi-apps/issues/34',
    'https://github.com/Shuffle/openapi-apps/blob/master/sentinelone.yaml',
  ],
  doors: ['authorization apitoken'],
  few: 'Its codes are documented for customers alone; these are the ones that public threads show.',
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + STATED,
      status: [401],
      sent: /^authorization authorization: (?:token|bearer|basic) /i,
      explanation: 'The console reads an API token as Authorization: ApiToken and the token.',
      seen: {
        sent: { Authorization: 'Token Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GqBx2' },
        body: '{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['4010010'],
      sent: /^authorization authorization: apitoken /i,
      explanation: 'The console does not know the token: mistyped, over, withdrawn, or of another console.',
      seen: {
        sent: { Authorization: 'ApiToken Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GqBx2' },
        body: '{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}',
      },
    },
  ],
});
