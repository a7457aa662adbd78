import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const postmark = defineProvider({
  id: 'postmark',
  name: 'Postmark',
  category: 'messaging',
  address: 'https://api.postmarkapp.com/email',
  hosts: /(^|\.)postmarkapp\.com$/,
  sources: ['https://postmarkapp.com/developer/api/overview', 'https://postmarkapp.com/auth.md'],
  doors: ['field x-postmark-server-token', 'field x-postmark-account-token'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      sent: /^authorization /,
      status: [401],
      explanation:
        'Postmark ignores Authorization: send a server’s token in X-Postmark-Server-Token, an account’s in X-Postmark-Account-Token.',
      seen: '{"ErrorCode":10,"Message":"Request does not contain a valid Server token."}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['10'],
      sent: /^field x-postmark-/,
      explanation: 'The token is not known, or an account’s token stands where a server’s belongs.',
      seen: {
        sent: { 'X-Postmark-Server-Token': '0a1b2c3d-0000-4000-8000-1234567890ab' },
        body: '{"ErrorCode":10,"Message":"The Server token you provided in the X-Postmark-Server-Token request header was invalid. Please verify that you are using a valid token."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['10'],
      notSent: /./,
      explanation: 'Postmark saw no token.',
      seen: {
        sent: {},
        body: '{"ErrorCode":10,"Message":"No Account or Server API tokens were supplied in the HTTP headers. Please add a header for either X-Postmark-Server-Token or X-Postmark-Account-Token."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['405', '412', '413'],
      explanation: 'The account is not approved yet or may not send.',
      seen: {
        status: 422,
        sent: { 'X-Postmark-Server-Token': '0a1b2c3d-0000-4000-8000-1234567890ab' },
        body: '{"ErrorCode":412,"Message":"Your account is pending approval."}',
      },
    },
  ],
});
