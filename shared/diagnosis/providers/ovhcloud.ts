import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ovhcloud = defineProvider({
  id: 'ovhcloud',
  name: 'OVHcloud',
  category: 'cloud',
  address: 'https://eu.api.ovh.com/1.0/me',
  hosts: /(^|\.)api\.(ovh|us\.ovhcloud|soyoustart|kimsufi)\.com$/,
  fields: [['x-ovh-queryid']],
  sources: [
    'https://github.com/ovh/go-ovh/blob/master/ovh/error.go',
    'https://docs.ovh.com/gb/en/customer/first-steps-with-ovh-api/',
  ],
  doors: ['field x-ovh-application', 'field x-ovh-consumer', 'field x-ovh-signature', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['INVALID_KEY', 'INVALID_CREDENTIAL'],
      says: /This application key is invalid|Invalid application key/i,
      explanation:
        'OVHcloud does not know the application key at this region’s API: Europe, Canada and the US have keys of their own.',
      seen: {
        status: 403,
        sent: {
          'X-Ovh-Application': '7kbG7Bk7S9Nt7ZSV',
          'X-Ovh-Consumer': 'MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1',
          'X-Ovh-Signature': '$1$a1b2c3',
          'X-Ovh-Timestamp': '1700049600',
        },
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      code: ['INVALID_SIGNATURE'],
      says: /message: Invalid signature/i,
      explanation:
        'The SHA-1 over secret, consumer key, method, full address, body and timestamp differs; “$1$” stands before it and the body must be the very bytes sent.',
      seen: {
        status: 400,
        sent: {
          'X-Ovh-Application': '7kbG7Bk7S9Nt7ZSV',
          'X-Ovh-Consumer': 'MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1',
          'X-Ovh-Signature': '$1$a1b2c3',
          'X-Ovh-Timestamp': '1700049600',
        },
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /message: Invalid signature/i,
      lacks: 'x-ovh-consumer',
      sent: /^field x-ovh-(?:application|signature)/,
      explanation:
        'X-Ovh-Consumer is empty: the signature covers the consumer key, which stands under a name of its own in the settings.',
      seen: {
        status: 400,
        sent: { 'X-Ovh-Application': '7kbG7Bk7S9Nt7ZSV', 'X-Ovh-Signature': '$1$a1b2c3' },
        body: '{"class":"Client::BadRequest","message":"Invalid signature"}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['QUERY_TIME_OUT'],
      says: /Query out of time/i,
      explanation:
        'X-Ovh-Timestamp is far from the server’s clock; take the time from /auth/time, in seconds.',
      seen: {
        status: 400,
        sent: {
          'X-Ovh-Application': '7kbG7Bk7S9Nt7ZSV',
          'X-Ovh-Consumer': 'MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1',
          'X-Ovh-Signature': '$1$a1b2c3',
          'X-Ovh-Timestamp': '1700049600',
        },
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN + HINTED,
      code: ['NOT_CREDENTIAL'],
      says: /This credential (?:is not valid|does not exist)/i,
      explanation: 'The consumer key was not validated in the browser, is over, or was withdrawn.',
      seen: {
        status: 403,
        sent: {
          'X-Ovh-Application': '7kbG7Bk7S9Nt7ZSV',
          'X-Ovh-Consumer': 'MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1',
          'X-Ovh-Signature': '$1$a1b2c3',
          'X-Ovh-Timestamp': '1700049600',
        },
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['NOT_GRANTED_CALL'],
      says: /This call has not been granted/i,
      explanation: 'The consumer key’s access rules do not list this method and path.',
      seen: {
        status: 403,
        sent: {
          'X-Ovh-Application': '7kbG7Bk7S9Nt7ZSV',
          'X-Ovh-Consumer': 'MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1',
          'X-Ovh-Signature': '$1$a1b2c3',
          'X-Ovh-Timestamp': '1700049600',
        },
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You must login first/i,
      notSent: /./,
      explanation: 'The call is not signed.',
      seen: { status: 401, sent: {}, body: '{"message":"You must login first"}' },
    },
  ],
});
