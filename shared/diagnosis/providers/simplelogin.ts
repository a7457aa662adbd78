import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = 'hVq3TzLm8RbYw5KcNd1XsGf7PjUe2AoZi6WtBv4QnMy9SkDrCx0HgJpLaEuF';
const wrong = '{"error":"Wrong api key"}';

export const simplelogin = defineProvider({
  id: 'simplelogin',
  name: 'SimpleLogin',
  category: 'productivity',
  address: 'https://app.simplelogin.io/api/user_info',
  hosts: /(^|\.)simplelogin\.(?:io|com)$/,
  body: /^\s*\{"error":\s*"Wrong api key"\}\s*$/,
  misleads: [
    { says: 'Wrong api key', means: 'Said, too, where no key stands in the field Authentication at all.' },
  ],
  sources: [
    'https://github.com/simple-login/app/blob/master/docs/api.md',
    'https://github.com/simple-login/app/issues/1571',
  ],
  doors: ['field authentication'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + STATED,
      status: [401],
      says: /Wrong api key/,
      sent: /^(?:authorization|query) /,
      notSent: /^field authentication:/,
      explanation: 'The key goes into a field called Authentication, without a word before it.',
      seen: {
        url: 'https://app.simplelogin.io/api/user_info',
        sent: { Authorization: `Bearer ${key}` },
        body: wrong,
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /Wrong api key/,
      notSent: /./,
      explanation: 'No key stands in the field Authentication.',
      seen: { url: 'https://app.simplelogin.io/api/user_info', sent: {}, body: wrong },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN + STATED,
      status: [401],
      says: /Wrong api key/,
      sent: /^field authentication: (?:bearer|token|apikey) /i,
      explanation: 'In Authentication the key stands alone, without a word before it.',
      seen: {
        url: 'https://app.simplelogin.io/api/user_info',
        sent: { Authentication: `Bearer ${key}` },
        body: wrong,
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      status: [401],
      says: /Wrong api key/,
      sent: /^field authentication: \S+$/i,
      explanation: 'The key was deleted or belongs to another server.',
      seen: {
        url: 'https://app.simplelogin.io/api/user_info',
        sent: { Authentication: key },
        body: wrong,
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Account disabled|Account not activated/i,
      explanation: 'The account is not activated yet or was disabled.',
      seen: {
        status: 422,
        url: 'https://app.simplelogin.io/api/auth/login',
        sent: {},
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"error":"Account not activated"}',
      },
    },
  ],
});
