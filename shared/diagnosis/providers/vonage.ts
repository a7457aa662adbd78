import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vonage = defineProvider({
  id: 'vonage',
  name: 'Vonage',
  category: 'messaging',
  address: 'https://api.nexmo.com/v1/messages',
  hosts: /(^|\.)(nexmo|vonage)\.com$/,
  body: /developer\.(?:vonage|nexmo)\.com\/api-errors/,
  misleads: [
    {
      says: 'SMS answers 200',
      means:
        'The old SMS API tells failures by the member status: 4 for credentials, 14 for a signature, 8 or 29 for what the account may not.',
    },
  ],
  sources: [
    'https://developer.vonage.com/api-errors',
    'https://developer.vonage.com/de/concepts/guides/authentication',
  ],
  doors: ['authorization basic', 'authorization bearer', 'query api_key', 'query api_secret'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /did not provide correct credentials|You did not provide correct authentication|api-errors(?:\/\w+)?#unauthorized|^error-text: (?:Bad|Invalid) Credentials/i,
      sent: /./,
      explanation:
        'API key and secret, or the application’s JWT, do not fit: some APIs take only the one, some only the other.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"type":"https://developer.vonage.com/api-errors#unauthorized","title":"You did not provide correct credentials.","detail":"Check that you\'re using the correct credentials, and that your account has this feature enabled","instance":"x"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /did not provide correct credentials|api-errors(?:\/\w+)?#unauthorized/i,
      notSent: /./,
      explanation:
        'Vonage saw no credential: Basic with key and secret, or Bearer with a JWT that the application’s private key signed.',
      seen: {
        sent: {},
        body: '{"type":"https://developer.vonage.com/api-errors#unauthorized","title":"You did not provide correct credentials."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /does not have permission to perform this action|api-errors(?:\/\w+)?#forbidden/i,
      explanation: 'The account does not have this product enabled, or the application lacks the capability.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"type":"https://developer.vonage.com/api-errors#forbidden","title":"Forbidden","detail":"Your account does not have permission to perform this action."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /account balance (?:being|is) (?:too )?low|api-errors(?:\/\w+)?#(?:low-balance|out-of-credit)|do not have enough credit/i,
      status: [402, 403],
      explanation: 'The account has too little credit.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"type":"https://developer.vonage.com/api-errors#low-balance","title":"Low balance","detail":"This request could not be performed due to your account balance being low."}',
      },
    },
  ],
});
