import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const n8n = defineProvider({
  id: 'n8n',
  name: 'n8n',
  category: 'productivity',
  address: 'https://acme.app.n8n.cloud/api/v1/workflows',
  sends: ['x-n8n-api-key'],
  paths: /^\/(?:api\/v1\/(?:workflows|executions)|rest\/workflows)\b/,
  hosts: /(^|\.)n8n\.(?:cloud|io)$/,
  body: /X-N8N-API-KEY|^Authorization (?:data is wrong|is required)!$|Wrong username or password\. Do you have caps lock on\?/,
  challenge: /^basic (?:Webhook|ChatTrigger|Form|MCP)/i,
  sources: [
    'https://docs.n8n.io/api/authentication/',
    'https://github.com/n8n-io/n8n/blob/master/packages/nodes-base/nodes/Webhook/Webhook.node.ts',
  ],
  misleads: [
    {
      says: 'Authorization data is wrong!',
      means: 'The webhook’s own credential differs, or no field came at all: both are 403.',
    },
  ],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /'X-N8N-API-KEY' header required/i,
      sent: /./,
      explanation: 'The public API reads X-N8N-API-KEY and no Authorization.',
      seen: {
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1' },
        body: '{"message":"\'X-N8N-API-KEY\' header required"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /'X-N8N-API-KEY' header required/i,
      notSent: /./,
      explanation: 'The public API reads the key from X-N8N-API-KEY.',
      seen: { sent: {}, body: '{"message":"\'X-N8N-API-KEY\' header required"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Authorization data is wrong!/,
      sent: /./,
      explanation:
        'The Webhook node compares with the credential that is chosen in it: name of the field and value must be the same to the letter.',
      seen: {
        status: 403,
        url: 'https://flows.example.com/webhook/orders',
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1' },
        received: { 'WWW-Authenticate': 'Basic realm="Webhook"' },
        body: 'Authorization data is wrong!',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authorization (?:data is wrong|is required)!/,
      notSent: /./,
      explanation: 'The Webhook node has authentication switched on, and nothing of it came.',
      seen: {
        url: 'https://flows.example.com/webhook/orders',
        sent: {},
        received: { 'WWW-Authenticate': 'Basic realm="Webhook"' },
        body: 'Authorization is required!',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Wrong username or password\. Do you have caps lock on/i,
      explanation: 'The login of the editor does not know this pair.',
    },
  ],
});
