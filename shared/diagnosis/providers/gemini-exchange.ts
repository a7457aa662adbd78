import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = {
  'X-GEMINI-APIKEY': 'account-8f0c1b2a9d8e7f6a5b4c',
  'X-GEMINI-PAYLOAD': 'eyJyZXF1ZXN0IjoiL3YxL2JhbGFuY2VzIiwibm9uY2UiOjE3MDAwNDk2MDB9',
  'X-GEMINI-SIGNATURE':
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c',
};
const seen = (status: number, reason: string, message: string) => ({
  status,
  sent: signed,
  posted: '',
  body: JSON.stringify({ result: 'error', reason, message }),
});

export const geminiExchange = defineProvider({
  id: 'gemini-exchange',
  name: 'Gemini (exchange)',
  category: 'trading',
  address: 'https://api.gemini.com/v1/balances',
  hosts: /^api(?:\.sandbox)?\.gemini\.com$/,
  testHosts: /sandbox/,
  sources: ['https://docs.gemini.com/rest-api/#error-codes'],
  doors: ['field x-gemini-apikey', 'field x-gemini-signature', 'authorization bearer'],
  signs: [
    {
      cause: 'nonce-stale',
      weight: PROVEN + STATED,
      code: ['InvalidNonce'],
      explanation:
        'Each call of a key wants a higher nonce than the one before, and within thirty seconds of the time where it is a time: one key for each process.',
      seen: seen(
        400,
        'InvalidNonce',
        "Nonce '1700049600' has not increased since your last call to the Gemini API.",
      ),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      code: ['InvalidSignature'],
      explanation:
        'The signature is an HMAC-SHA384 over the payload in its Base64 form. Said of an unknown key as well, and of one of the other environment.',
      seen: seen(400, 'InvalidSignature', 'InvalidSignature'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['MissingRole'],
      explanation: 'The key was made without this role: Trader, Fund Manager or Auditor.',
      seen: seen(
        403,
        'MissingRole',
        'To access this endpoint, you need to log in to the website and go to the settings page to assign one of these roles [FundManager] to API key account-8f0c',
      ),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['MissingApikeyHeader', 'MissingPayloadHeader', 'MissingSignatureHeader', 'MissingNonce'],
      explanation: 'X-GEMINI-APIKEY, X-GEMINI-PAYLOAD and X-GEMINI-SIGNATURE belong together.',
      seen: {
        ...seen(400, 'MissingPayloadHeader', "Must provide 'X-GEMINI-PAYLOAD' header"),
        sent: { 'X-GEMINI-APIKEY': signed['X-GEMINI-APIKEY'] },
      },
    },
  ],
});
