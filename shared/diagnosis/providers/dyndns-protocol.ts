import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const update = {
  status: 200,
  received: { 'Content-Type': 'text/plain' },
  sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
};

export const dyndnsProtocol = defineProvider({
  id: 'dyndns-protocol',
  name: 'the update protocol of dynamic names (dyndns2)',
  category: 'device',
  address: 'https://dynupdate.no-ip.com/nic/update?hostname=home.example.com&myip=192.0.2.7',
  hosts:
    /^(?:dynupdate\.no-ip\.com|members\.dyndns\.org|dyndns\.strato\.com|update\.spdyn\.de|update\.dyndns\.com)$/,
  paths: /^\/nic\/update$/,
  body: /^\s*(?:badauth|badagent|!donator|!yours|abuse|nohost|notfqdn)\b/,
  sources: [
    'https://help.dyn.com/remote-access-api/return-codes/',
    'https://www.noip.com/integrate/response',
  ],
  misleads: [
    { says: '200 OK', means: 'The word in the body is the answer; many services send it with 200.' },
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^: badauth\b/i,
      explanation:
        'The service does not know user and password; some want a key or a password of the name’s own here.',
      seen: { ...update, body: 'badauth' },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /^: badagent\b/i,
      explanation: 'The client sends no proper User-Agent, or was locked out for what it did.',
      seen: { ...update, body: 'badagent' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^: !donator\b|^: !yours\b/i,
      explanation: 'The option is for paying users, or the name belongs to another account.',
      seen: { ...update, body: '!donator' },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^: abuse\b/i,
      explanation:
        'The name is blocked because it was updated too often: its owner must have it opened again.',
      seen: { ...update, body: 'abuse' },
    },
  ],
});
