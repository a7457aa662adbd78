import { PROVEN, STATED } from '../weights.ts';
import type { Seen } from './provider.ts';
import { defineProvider } from './provider.ts';

const seen = (message: string, key?: string): Seen => ({
  url: 'https://api.paystack.co/transaction/verify/7PVGX8MEk85tgeEpVDtD',
  ...(key === undefined ? { sent: {} } : { sent: { Authorization: `Bearer ${key}` } }),
  body: JSON.stringify({ status: false, message }),
});

export const paystack = defineProvider({
  id: 'paystack',
  name: 'Paystack',
  category: 'payment',
  address: 'https://api.paystack.co/transaction/initialize',
  hosts: /^api\.paystack\.co$/,
  sources: [
    'https://paystack.com/docs/api/authentication/',
    'https://github.com/kehers/paystack/issues/37',
    'https://github.com/unicodeveloper/laravel-paystack/issues/55',
  ],
  doors: ['authorization bearer'],
  keys: [
    { form: /^sk_live_[a-f0-9]{40}$/, kind: 'secret key', environment: 'live' },
    { form: /^sk_test_[a-f0-9]{40}$/, kind: 'secret key', environment: 'test' },
    { form: /^pk_live_[a-f0-9]{40}$/, kind: 'public key', environment: 'live' },
    { form: /^pk_test_[a-f0-9]{40}$/, kind: 'public key', environment: 'test' },
  ],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + STATED,
      says: /Invalid key/i,
      sent: /pk_(?:live|test)_/,
      explanation: 'That is the public key, for the page in the browser; the API reads the secret key, sk_….',
      seen: seen('Invalid key', 'pk_test_0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^message: Invalid key$/i,
      explanation: 'Paystack does not know this key: it was made anew, or cut short when it was copied.',
      seen: seen('Invalid key', 'sk_test_0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No Authorization header was found/i,
      notSent: /^authorization /,
      explanation: 'The secret key goes into Authorization, behind Bearer and one space.',
      seen: seen('No Authorization Header was found'),
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /Format is Authorization: Bearer/i,
      explanation: 'Between Bearer and the key stands one space, and nothing else.',
      seen: seen('Format is Authorization: Bearer [token]', 'sk_test_ 0a1b2c3d4e5f6071'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /Your IP address is not allowed to make this call/i,
      explanation: 'The account lists the addresses that may call; this one is not among them.',
      seen: seen(
        'Your IP address is not allowed to make this call',
        'sk_live_0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
      ),
    },
  ],
});
