import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = {
  Authorization: 'Bearer eyJ0eXAiOiJKV1QifQ',
  'Ocp-Apim-Subscription-Key': '9ad3b5f8ce644e8f8a5a8de30023e1a9',
  'X-Target-Environment': 'sandbox',
};
const url = 'https://sandbox.momodeveloper.mtn.com/collection/v1_0/requesttopay';

export const mtnMomo = defineProvider({
  id: 'mtn-momo',
  name: 'MTN MoMo',
  category: 'payment',
  address: url,
  hosts: /^(?:sandbox\.momodeveloper|proxy\.momoapi)\.mtn\.com$|^ericssonbasicapi\d\.azure-api\.net$/,
  testHosts: /^sandbox|^ericssonbasicapi2/,
  sources: [
    'https://momodeveloper.mtn.com/api-documentation',
    'https://github.com/mtvbrianking/laravel-mtn-momo/issues/78',
    'https://github.com/mtvbrianking/laravel-mtn-momo/issues/46',
    'https://github.com/sparkplug/momoapi-node/issues/51',
  ],
  doors: ['authorization bearer', 'authorization basic', 'field ocp-apim-subscription-key'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  needs: [{ at: ['field ocp-apim-subscription-key'], beside: 'authorization bearer' }],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Access denied due to invalid subscription key/i,
      explanation:
        'Each product (collection, disbursement, remittance) has a subscription key of its own, and so have sandbox and live; a key of the collection widget opens none.',
      seen: {
        url,
        sent,
        body: '{"statusCode":401,"message":"Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + TOLD,
      says: /^error: login_failed$/i,
      path: /\/token\/?$/,
      status: [401, 500],
      explanation:
        'User and password of this request are the API user’s id and the API key that was made for it; in the sandbox both are made by a call.',
      seen: {
        status: 500,
        url: 'https://sandbox.momodeveloper.mtn.com/collection/token/',
        sent: {
          Authorization: 'Basic NWEyMTQ5MmItZTI4ZC00NDRjLTkzOWMtOGYwMGUzMzA3NmQ1OmR1bW15',
          'Ocp-Apim-Subscription-Key': '31dfe3425a214f019aa0406769f4ca2b',
        },
        posted: '{"grant_type":"client_credentials"}',
        body: '{"error":"login_failed"}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Access denied due to missing subscription key/i,
      lacks: 'Ocp-Apim-Subscription-Key',
      explanation: 'Beside the token every call carries Ocp-Apim-Subscription-Key and X-Target-Environment.',
      seen: {
        url,
        sent: { Authorization: sent.Authorization, 'X-Target-Environment': 'sandbox' },
        body: '{"statusCode":401,"message":"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."}',
      },
    },
  ],
});
