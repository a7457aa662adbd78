import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const basic = { Authorization: 'Basic RVpUSzBhMWIyYzNkNGU1ZjYwNzE4MjkzOg==' };
const seen = (
  code: string,
  message: string,
  status = 401,
  sent: Readonly<Record<string, string>> = basic,
) => ({
  status,
  sent,
  posted: '{}',
  body: JSON.stringify({ error: { code, message, errors: [] } }),
});

export const easypost = defineProvider({
  id: 'easypost',
  name: 'EasyPost',
  category: 'commerce',
  address: 'https://api.easypost.com/v2/shipments',
  hosts: /^api\.easypost\.com$/,
  sources: ['https://docs.easypost.com/docs/authentication', 'https://docs.easypost.com/docs/errors'],
  doors: ['authorization basic', 'authorization bearer'],
  keys: [
    { form: /^EZTK[0-9A-Za-z]{20,}$/, kind: 'API key', environment: 'test', goes: ['authorization basic'] },
    { form: /^EZAK[0-9A-Za-z]{20,}$/, kind: 'API key', environment: 'live', goes: ['authorization basic'] },
  ],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['APIKEY.INACTIVE'],
      explanation: 'The key was switched off: use another, or switch it on again.',
      seen: seen(
        'APIKEY.INACTIVE',
        'This api key is no longer active. Please use a different api key or reactivate this key.',
      ),
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['MODE.UNAUTHORIZED'],
      explanation: 'The key is for tests, and this resource is for production only.',
      seen: seen('MODE.UNAUTHORIZED', 'This resource requires a production API Key to access.', 403),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['UNAUTHORIZED'],
      sent: /^authorization /,
      explanation: 'The key is unknown; it is the user of Basic, with an empty password.',
      seen: seen('UNAUTHORIZED', 'The request could not be completed because it was not authorized.'),
    },
  ],
});
