import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const basicOf = {
  secret: 'eG5kX2RldmVsb3BtZW50X1AwYjFDMmQzRTRmNUc2Og==',
  open: 'eG5kX3B1YmxpY19kZXZlbG9wbWVudF9QMGIxQzJkM0U0OmE=',
};
const seen = (error_code: string, message: string, key: string | undefined, status = 401) => ({
  status,
  sent: key === undefined ? ({} as Readonly<Record<string, string>>) : { Authorization: `Basic ${key}` },
  body: JSON.stringify({ error_code, message }),
});

export const xendit = defineProvider({
  id: 'xendit',
  name: 'Xendit',
  category: 'payment',
  address: 'https://api.xendit.co/v2/invoices',
  hosts: /^api\.xendit\.co$/,
  sources: [
    'https://docs.xendit.co/api-integration/api-keys',
    'https://developers.xendit.co/api-reference/#authentication',
    'https://github.com/xendit/xendit-node/issues/168',
    'https://github.com/xendit/xendit-node/issues/191',
    'https://github.com/xendit/xendit-php/issues/82',
  ],
  doors: ['authorization basic'],
  keys: [
    { form: /^xnd_development_/, kind: 'secret key', environment: 'test', goes: ['authorization basic'] },
    { form: /^xnd_production_/, kind: 'secret key', environment: 'live', goes: ['authorization basic'] },
    { form: /^xnd_public_development_/, kind: 'public key', environment: 'test' },
    { form: /^xnd_public_production_/, kind: 'public key', environment: 'live' },
  ],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + STATED,
      code: ['INVALID_API_KEY'],
      sent: /^basic authorization: xnd_public_/,
      explanation: 'That is the public key, which only makes card tokens; this call wants the secret key.',
      seen: seen(
        'INVALID_API_KEY',
        'The API key provided is invalid. Please make sure to use the secret/public API key that you can obtain from the Xendit Dashboard.',
        basicOf.open,
      ),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API Key detected/i,
      notSent: /^authorization /,
      explanation: 'The secret key is the user of Basic, with an empty password.',
      seen: seen(
        'INVALID_API_KEY',
        'No API Key detected. Please provide your API key in the Authorization header, using Basic auth (e.g. "Authorization: Basic YOUR_SECRET_KEY").',
        undefined,
      ),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['REQUEST_FORBIDDEN_ERROR'],
      says: /API key is (?:not authorized for this API service|forbidden to perform this request)/i,
      explanation:
        'Each key is made with rights by product (money-in, money-out, balance …); make one with this right.',
      seen: seen(
        'REQUEST_FORBIDDEN_ERROR',
        'API key is not authorized for this API service',
        basicOf.secret,
        403,
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_API_KEY'],
      sent: /^basic authorization: (?!xnd_public_)/,
      explanation: 'Xendit does not know this key, or it was deleted.',
      seen: seen('INVALID_API_KEY', 'The API key provided is invalid.', basicOf.secret),
    },
  ],
});
