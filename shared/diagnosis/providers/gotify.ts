import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const refusal =
  '{"error":"Unauthorized","errorCode":401,"errorDescription":"you need to provide a valid access token or user credentials to access this api"}';

export const gotify = defineProvider({
  id: 'gotify',
  name: 'Gotify',
  category: 'messaging',
  address: 'https://gotify.example.com/message',
  hosts: /^gotify\./,
  body: /you need to provide a valid access token or user credentials to access this api/,
  sends: ['x-gotify-key'],
  sources: ['https://gotify.net/api-docs', 'https://gotify.net/docs/pushmsg'],
  doors: ['field x-gotify-key', 'query token', 'authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /you need to provide a valid access token/,
      notSent: /./,
      explanation: 'Send the token of an application in X-Gotify-Key, as Bearer or as the parameter token.',
      seen: { sent: {}, body: refusal },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /you need to provide a valid access token/,
      path: /^\/(?:application|client|current|plugin|user|stream)\b/,
      sent: /: (?:bearer )?A[\w.-]{14}$/i,
      explanation:
        'A token that begins with A is an application’s and does no more than send; reading and managing want a client’s, which begins with C.',
      seen: {
        url: 'https://gotify.example.com/application',
        sent: { 'X-Gotify-Key': 'AWMQp4hLyz9uU7t' },
        body: refusal,
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /you need to provide a valid access token/,
      path: /^\/message\/?(?:\?(?!.*(?:limit|since)=)|$)/,
      sent: /: (?:bearer )?C[\w.-]{14}$/i,
      explanation:
        'A token that begins with C is a client’s and reads; sending wants the one of an application, which begins with A.',
      seen: {
        url: 'https://gotify.example.com/message',
        sent: { 'X-Gotify-Key': 'CWMQp4hLyz9uU7t' },
        body: refusal,
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /you need to provide a valid access token/,
      sent: /^(?:field x-gotify-key|query token|authorization)/i,
      explanation: 'Gotify has no application, client or user with this secret.',
      seen: { sent: { 'X-Gotify-Key': 'AWMQp4hLyz9uU7t' }, body: refusal },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /you are not allowed to access this api/,
      explanation: 'The call is for administrators.',
      seen: {
        status: 403,
        sent: { 'X-Gotify-Key': 'CWMQp4hLyz9uU7t' },
        body: '{"error":"Forbidden","errorCode":403,"errorDescription":"you are not allowed to access this api"}',
      },
    },
  ],
});
