import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const infobip = defineProvider({
  id: 'infobip',
  name: 'Infobip',
  category: 'messaging',
  address: 'https://xyz123.api.infobip.com/sms/2/text/advanced',
  hosts: /(^|\.)infobip\.com$/,
  body: /"requestError":\{"serviceException":\{"messageId":/,
  sources: [
    'https://www.infobip.com/docs/essentials/api-essentials/api-authentication',
    'https://github.com/infobip/infobip-api-java-client/issues/6',
  ],
  misleads: [
    { says: 'Invalid login details', means: 'The scheme before the key may be at fault as well as the key.' },
  ],
  doors: ['authorization app', 'authorization basic', 'authorization bearer', 'authorization ibsso'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /UNAUTHORIZED|Invalid login details/i,
      sent: /^authorization authorization: (?!(?:app|basic|bearer|ibsso) )\S+ \S/i,
      explanation: 'Infobip reads an API key behind the word App: `Authorization: App <key>`.',
      seen: {
        sent: { Authorization: 'Api 0123456789abcdef0123456789abcdef-0123abcd' },
        body: '{"requestError":{"serviceException":{"messageId":"UNAUTHORIZED","text":"Invalid login details"}}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid login details/i,
      sent: /^authorization authorization: (?:app|basic|bearer|ibsso) /i,
      explanation: 'Infobip does not know the key or the user, or the key belongs to another base address.',
      seen: {
        sent: { Authorization: 'App 0123456789abcdef0123456789abcdef-0123abcd' },
        body: '{"requestError":{"serviceException":{"messageId":"UNAUTHORIZED","text":"Invalid login details"}}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /messageId: FORBIDDEN|not (?:enabled|allowed) for your account/i,
      explanation: 'The account is known; the product or the sender is not enabled for it.',
      seen: {
        status: 403,
        body: '{"requestError":{"serviceException":{"messageId":"FORBIDDEN","text":"Operation is not allowed for your account"}}}',
      },
    },
  ],
});
