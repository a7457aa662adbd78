import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const discord = defineProvider({
  id: 'discord',
  name: 'Discord',
  category: 'messaging',
  address: 'https://discord.com/api/v10/users/@me',
  hosts: /(^|\.)discord(app)?\.com$/,
  keys: [{ form: /^aW50ZXJhY3Rpb246/, kind: 'token of an interaction', goes: ['path'], lives: 900 }],
  sources: [
    'https://discord.com/developers/docs/topics/opcodes-and-status-codes',
    'https://app.unpkg.com/discord-api-types@0.38.30/files/rest/common.d.ts',
  ],
  doors: ['authorization bot', 'authorization bearer', 'authorization basic', 'path', 'authorization'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /401: Unauthorized/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Discord does not know the user’s access token: it is over after a week, or the user took the authorization back. Renew it with the refresh token.',
      seen: {
        sent: { Authorization: 'Bearer 6qrZcUqja7812RVdnEKjpzOL4CvHBFG' },
        body: '{"message":"401: Unauthorized","code":0}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED + HINTED,
      sent: /^authorization authorization: (?:bearer )?[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,}$/i,
      status: [401],
      explanation: 'A bot’s token goes with the word Bot before it; Bearer is for a user’s OAuth token.',
      seen: {
        sent: { Authorization: 'Bearer MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs' },
        body: '{"message":"401: Unauthorized","code":0}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['50014', '40001'],
      explanation: 'Discord does not know the token; it ends when it is reset or seen in public.',
      seen: {
        sent: { Authorization: 'Bot MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs' },
        body: '{"message":"Invalid authentication token provided","code":50014}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['50025'],
      explanation: 'The user’s access token is over after a week or was withdrawn.',
      seen: '{"message":"Invalid OAuth2 access token provided","code":50025}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['50026'],
      explanation: 'The user has not granted the scope of this call.',
      seen: { status: 403, body: '{"message":"Missing required OAuth2 scope","code":50026}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED + HINTED,
      code: ['50001', '50013'],
      explanation: 'The bot lacks the permission in this server or channel.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bot MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs' },
        body: '{"message":"Missing Permissions","code":50013}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      code: ['20001', '20002'],
      explanation: 'The endpoint is for bots only, or for users only.',
      seen: { status: 403, body: '{"message":"Only bots can use this endpoint","code":20002}' },
    },
    {
      cause: 'mfa-required',
      weight: TOLD,
      code: ['60003'],
      explanation: 'Discord demands two-factor login of the bot’s owner for this.',
      seen: {
        sent: { Authorization: 'Bot x' },
        body: '{"message":"Two factor is required for this operation","code":60003}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40002'],
      explanation: 'The account has to be verified.',
      seen: {
        status: 403,
        body: '{"message":"You need to verify your account in order to perform this action","code":40002}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      code: ['40333'],
      explanation: 'Discord’s edge refuses the User-Agent; it wants DiscordBot (address, version).',
      seen: { status: 403, body: '{"message":"internal network error","code":40333}' },
    },
  ],
});
