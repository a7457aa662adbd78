import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: string, text: string) => ({
  status: 200,
  sent: {},
  received: { 'Content-Type': 'application/json; charset=utf-8' },
  posted:
    '{"createTransactionRequest":{"merchantAuthentication":{"name":"5KP3u95bQpv","transactionKey":"346HZ32z3fP4hTG2"}}}',
  body: JSON.stringify({
    messages: { resultCode: 'Error', message: [{ code, text }] },
  }),
});

export const authorizeNet = defineProvider({
  id: 'authorize-net',
  name: 'Authorize.Net',
  category: 'payment',
  address: 'https://api.authorize.net/xml/v1/request.api',
  hosts: /^api(?:test)?\d?\.authorize\.net$/,
  testHosts: /^apitest/,
  few: 'Its other codes speak of payments.',
  misleads: [
    {
      says: '200',
      means: 'Every answer is a 200; messages.resultCode and the code beside it are the answer.',
    },
  ],
  sources: ['https://developer.authorize.net/api/reference/responseCodes.html'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['E00007', 'E00005', 'E00006'],
      says: /User authentication failed due to invalid authentication values/i,
      explanation:
        'API login id and transaction key do not fit, or are those of the sandbox at the live host; a new key ends the old one within a day.',
      seen: seen('E00007', 'User authentication failed due to invalid authentication values.'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['E00008', 'E00009'],
      says: /payment gateway account or user is not active/i,
      explanation: 'The account is not active, or in test mode.',
      seen: seen('E00008', 'The payment gateway account or user is not active.'),
    },
  ],
});
