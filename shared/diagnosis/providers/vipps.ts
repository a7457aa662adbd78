import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'Ocp-Apim-Subscription-Key': '0f14ebcab0ec4b29ae0cb90d91b4a84a' };
const bearer = { Authorization: 'Bearer eyJ0eXAiOiJKV1QifQ.e30.c2ln' };
const body =
  '{"statusCode":401,"message":"Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."}';

export const vipps = defineProvider({
  id: 'vipps',
  name: 'Vipps MobilePay',
  category: 'payment',
  address: 'https://api.vipps.no/epayment/v1/payments',
  hosts: /^api(?:test)?\.vipps\.no$/,
  testHosts: /^apitest/,
  few: 'What it says is the words of the gateway before it.',
  sources: [
    'https://developer.vippsmobilepay.com/docs/knowledge-base/api-keys/',
    'https://github.com/vippsas/vipps-developers/issues/52',
  ],
  doors: ['authorization bearer', 'field ocp-apim-subscription-key', 'field client_secret'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  needs: [{ at: ['field ocp-apim-subscription-key'], beside: 'authorization bearer' }],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Access denied due to invalid subscription key/i,
      sent: /^field ocp-apim-subscription-key: /,
      explanation:
        'The key is of another sales unit, or of the other of test (apitest.vipps.no) and live (api.vipps.no).',
      seen: { sent: { ...bearer, ...key }, body },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Merchant-Serial-Number/i,
      lacks: 'Merchant-Serial-Number',
      explanation: 'Calls for one sales unit name it in Merchant-Serial-Number.',
      seen: {
        status: 401,
        sent: { ...bearer, ...key },
        body: '{"title":"Unauthorized","detail":"Missing Merchant-Serial-Number header"}',
      },
    },
  ],
});
