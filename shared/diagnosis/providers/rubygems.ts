import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const rubygems = defineProvider({
  id: 'rubygems',
  name: 'RubyGems',
  category: 'registry',
  address: 'https://rubygems.org/api/v1/gems',
  hosts: /(^|\.)rubygems\.org$/,
  keys: [{ form: /^rubygems_/, kind: 'API key', goes: ['authorization'] }],
  misleads: [
    { says: 'Please sign up for an account', means: 'The API key is not known; nobody needs to sign up.' },
  ],
  sources: [
    'https://github.com/rubygems/rubygems.org/blob/152f42297713b4641cf7b14fc07b7de9772280c1/config/locales/en.yml',
  ],
  doors: ['authorization', 'authorization basic'],
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /multi-?factor authentication but no OTP|OTP code|MFA (?:is|must be)|enable multi-?factor/i,
      explanation: 'Send the one-time code in OTP.',
      seen: {
        sent: { Authorization: 'rubygems_0123456789abcdef' },
        body: 'You have enabled multifactor authentication but no OTP code provided. Please fill it and retry.',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /API key (?:cannot|doesn't|does not)/i,
      explanation: 'The key was made without this permission or for another gem.',
      seen: {
        status: 403,
        sent: { Authorization: 'rubygems_0123456789abcdef' },
        body: 'This API key cannot perform the specified action on this gem.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Access Denied\. Please sign up/i,
      explanation:
        'RubyGems does not know the key; it stands in Authorization alone, without a word before it.',
      seen: {
        sent: { Authorization: 'rubygems_0123456789abcdef' },
        body: 'Access Denied. Please sign up for an account at https://rubygems.org',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /do not have permission to (?:push|delete|yank)/i,
      explanation: 'The account is no owner of the gem.',
      seen: {
        status: 403,
        sent: { Authorization: 'rubygems_0123456789abcdef' },
        body: 'You do not have permission to push to this gem. Ask an owner to add you.',
      },
    },
  ],
});
