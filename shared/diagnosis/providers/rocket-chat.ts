import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const rocketChat = defineProvider({
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  category: 'messaging',
  address: 'https://acme.rocket.chat/api/v1/me',
  paths: /^\/api\/v1\/(?:chat|channels|im|groups|users)\.[a-zA-Z]+$/,
  hosts: /(^|\.)rocket\.chat$/,
  body: /"message":"You must be logged in to do this\."|"errorType":"(?:totp-required|totp-invalid|error-[a-z-]+)"/,
  sources: [
    'https://developer.rocket.chat/apidocs/rocketchat-api',
    'https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/app/api/server/ApiClass.ts',
  ],
  doors: ['field x-auth-token'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /You must be logged in to do this/i,
      sent: /^(?:field x-auth-token|authorization)/i,
      lacks: 'X-User-Id',
      explanation:
        'Rocket.Chat wants two fields together, X-Auth-Token and X-User-Id; a token alone is answered as if nobody had logged in.',
      seen: {
        sent: { 'X-Auth-Token': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"status":"error","message":"You must be logged in to do this."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /You must be logged in to do this/i,
      sent: /^field x-auth-token/i,
      explanation:
        'Rocket.Chat answers in these words to a token and user that do not go together, and to a token that is over.',
      seen: {
        sent: { 'X-Auth-Token': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1', 'X-User-Id': 'aobEdbYhXfu5hkeqG' },
        body: '{"status":"error","message":"You must be logged in to do this."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You must be logged in to do this/i,
      notSent: /./,
      explanation: 'Send X-Auth-Token and X-User-Id, as the login or a personal access token gives them.',
      seen: { sent: {}, body: '{"status":"error","message":"You must be logged in to do this."}' },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['totp-required', 'totp-invalid'],
      explanation: 'The account has two factors: send x-2fa-code and x-2fa-method along.',
      seen: {
        status: 400,
        body: '{"success":false,"error":"TOTP Required [totp-required]","errorType":"totp-required","details":{"method":"totp"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /User does not have the permissions required|unauthorized/i,
      explanation: 'The role of the user lacks the permission; administration shows them under Permissions.',
      seen: {
        status: 403,
        sent: { 'X-Auth-Token': 'q7Rk2mXz0bT4wYc1', 'X-User-Id': 'aobEdbYhXfu5hkeqG' },
        body: '{"success":false,"error":"User does not have the permissions required for this action [error-unauthorized]","errorType":"error-unauthorized"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['error-too-many-requests'],
      explanation: 'The API rate limiter counts per address and route.',
    },
  ],
});
