import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dify = defineProvider({
  id: 'dify',
  name: 'Dify',
  category: 'ai',
  address: 'https://api.dify.ai/v1/chat-messages',
  hosts: /(?:^|\.)dify\.ai$|^dify\./,
  body: /"message"\s*:\s*"(?:Authorization header must be provided and start with 'Bearer'|The app's API service has been disabled|The app no longer exists|The workspace's status is archived|Dataset api access is not enabled)/,
  keys: [
    { form: /^app-[A-Za-z0-9]{24}$/, kind: 'API key of an app', goes: ['authorization bearer'] },
    {
      form: /^dataset-[A-Za-z0-9]{24}$/,
      kind: 'API key for knowledge bases',
      goes: ['authorization bearer'],
    },
  ],
  sources: [
    'https://docs.dify.ai/en/guides/application-publishing/developing-with-apis',
    'https://github.com/langgenius/dify/blob/main/api/controllers/service_api/wraps.py',
  ],
  misleads: [
    {
      says: 'Access token is invalid',
      means:
        'The key is unknown, or it is of the other kind: app- opens an app, dataset- opens knowledge bases.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + HINTED,
      status: [401],
      path: /\/v1\/datasets\b/,
      sent: /^authorization authorization: bearer app-/i,
      explanation: 'Knowledge bases are opened by a key of their own, which begins with dataset-.',
      seen: {
        url: 'https://api.dify.ai/v1/datasets',
        sent: { Authorization: 'Bearer app-q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"code":"unauthorized","message":"Access token is invalid","status":401}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN + HINTED,
      status: [401],
      path: /\/v1\/(?!datasets\b)/,
      sent: /^authorization authorization: bearer dataset-/i,
      explanation: 'An app is opened by its own key, which begins with app-.',
      seen: {
        sent: { Authorization: 'Bearer dataset-q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"code":"unauthorized","message":"Access token is invalid","status":401}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authorization header must be provided and start with 'Bearer'/i,
      notSent: /./,
      explanation: 'Send the key as Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"code":"unauthorized","message":"Authorization header must be provided and start with \'Bearer\'","status":401}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /API service has been disabled|Dataset api access is not enabled/i,
      explanation: 'Whoever owns it has switched the interface of this app or knowledge base off.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer app-q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"code":"forbidden","message":"The app\'s API service has been disabled.","status":403}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /app no longer exists|app's status is abnormal|workspace's status is archived/i,
      explanation: 'The key is good; its app or workspace is gone or put away.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer app-q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"code":"forbidden","message":"The workspace\'s status is archived.","status":403}',
      },
    },
  ],
});
