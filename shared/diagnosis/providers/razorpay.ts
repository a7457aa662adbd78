import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const razorpay = defineProvider({
  id: 'razorpay',
  name: 'Razorpay',
  category: 'payment',
  address: 'https://api.razorpay.com/v1/orders',
  hosts: /(^|\.)razorpay\.com$/,
  keys: [
    { form: /^rzp_test_/, kind: 'key id', environment: 'test', goes: ['authorization basic'] },
    { form: /^rzp_live_/, kind: 'key id', environment: 'live', goes: ['authorization basic'] },
  ],
  misleads: [
    { says: 'BAD_REQUEST_ERROR', means: 'Is the code of every refusal, authentication among them.' },
  ],
  sources: [
    'https://razorpay.com/docs/api/authentication',
    'https://razorpay.com/docs/sg/errors/common.md',
    'https://razorpay.com/docs/razorpayx/getting-started/api-keys',
  ],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'header-malformed',
      weight: TOLD + HINTED,
      sent: /^authorization authorization: (?:BASIC|basic) /,
      says: /Authentication failed|api key/i,
      explanation: 'Razorpay compares the scheme letter by letter: it must be written Basic.',
      seen: {
        sent: { Authorization: 'BASIC a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"Authentication failed"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /provide your api key for authentication/i,
      explanation: 'Razorpay saw no key; send key id and key secret as Basic.',
      seen: {
        sent: {},
        body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"Please provide your api key for authentication purposes."}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /api (?:key|secret)(?:\/secret)? provided is invalid|Authentication failed/i,
      sent: /^authorization authorization: Basic /,
      explanation: 'Key id and secret do not fit; keys of test and live mode each know only their own data.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"The api key provided is invalid"}}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /api key .*expired/i,
      explanation: 'The key was regenerated and its time is over; use the new one.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"The api key provided has expired"}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)/i,
      explanation: 'RazorpayX takes requests from listed addresses only.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"Your IP is not whitelisted."}}',
      },
    },
  ],
});
