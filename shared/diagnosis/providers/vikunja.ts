import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vikunja = defineProvider({
  id: 'vikunja',
  name: 'Vikunja',
  category: 'productivity',
  address: 'https://vikunja.example.com/api/v1/projects',
  hosts: /^vikunja\./,
  body: /missing, malformed, expired or otherwise invalid token provided|"code":1(?:011|012|017|020),"message":"(?:Wrong username|Please confirm|Invalid totp|This account is disabled)/,
  keys: [{ form: /^tk_[0-9a-f]{40}$/, kind: 'API token', goes: ['authorization bearer'] }],
  sources: [
    'https://vikunja.io/docs/errors/',
    'https://github.com/go-vikunja/vikunja/blob/main/pkg/user/error.go',
  ],
  misleads: [
    {
      says: 'missing, malformed, expired or otherwise invalid token provided',
      means:
        'Also an API token that lacks the right for this route: it is told from a bad one by trying another route.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /malformed, expired or otherwise invalid token/i,
      notSent: /./,
      explanation: 'Send the token as Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"code":11,"message":"missing, malformed, expired or otherwise invalid token provided"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^message: Wrong username or password/i,
      explanation: 'Vikunja does not know this user and password.',
      seen: {
        url: 'https://vikunja.example.com/api/v1/login',
        status: 403,
        sent: {},
        posted: '{"username":"kim","password":"word-of-kim"}',
        body: '{"code":1011,"message":"Wrong username or password."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^message: (?:Please confirm your email address|This account is disabled)/i,
      explanation: 'The address was never confirmed, or an administrator switched the account off.',
      seen: {
        url: 'https://vikunja.example.com/api/v1/login',
        status: 412,
        sent: {},
        posted: '{"username":"kim","password":"word-of-kim"}',
        body: '{"code":1012,"message":"Please confirm your email address."}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /Invalid totp passcode|totp passcode has already been used/i,
      explanation: 'The account has a second factor: its code goes into totp_passcode beside the password.',
      seen: {
        url: 'https://vikunja.example.com/api/v1/login',
        status: 412,
        sent: {},
        posted: '{"username":"kim","password":"word-of-kim"}',
        body: '{"code":1017,"message":"Invalid totp passcode."}',
      },
    },
  ],
});
