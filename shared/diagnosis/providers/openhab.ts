import { FAINT, HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openhab = defineProvider({
  id: 'openhab',
  name: 'openHAB',
  category: 'device',
  address: 'http://openhab.local:8080/rest/things',
  paths: /^\/rest\/(?:items|things|links)\b/,
  hosts: /^openhab(?:ian)?\.|(^|\.)myopenhab\.org$/,
  body: /"http-code"\s*:\s*\d{3}/,
  sources: [
    'https://www.openhab.org/docs/configuration/restdocs.html',
    'https://github.com/openhab/openhab-core/blob/main/bundles/org.openhab.core.io.rest.auth/src/main/java/org/openhab/core/io/rest/auth/internal/AuthFilter.java',
    'https://github.com/openhab/openhab-cloud/issues/324',
  ],
  keys: [
    {
      form: /^oh\.[\w-]+\.\w{20,}$/,
      kind: 'API token',
      goes: ['authorization bearer', 'authorization basic', 'field x-openhab-token'],
    },
  ],
  doors: ['authorization bearer', 'authorization basic', 'field x-openhab-token'],
  signs: [
    {
      cause: 'header-stripped',
      weight: STATED + HINTED,
      says: /^message: Authentication required$/,
      sent: /^authorization authorization: (?:bearer|basic) /i,
      explanation:
        'To a wrong token openHAB says “Invalid credentials”; this is what it says where none came. A proxy took Authorization for itself: send X-OPENHAB-TOKEN instead, or have the proxy pass it on.',
      seen: {
        sent: { Authorization: 'Bearer oh.kim.3XzQ9tW2mT7vL5nR1cY8bJ4dF6gS0pKkQ3vX9' },
        body: '{"error":{"message":"Authentication required","http-code":401}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^message: Authentication required$/,
      notSent: /./,
      explanation:
        'This part of the interface wants an API token as Bearer, or as the user of Basic without a password.',
      seen: { sent: {}, body: '{"error":{"message":"Authentication required","http-code":401}}' },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD + FAINT,
      says: /^message: Invalid credentials$/,
      sent: /^authorization authorization: basic /i,
      explanation:
        'User and password are taken only where “Allow Basic Authentication” is switched on in the settings of API security; an API token always is.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"message":"Invalid credentials","http-code":401}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^message: Invalid credentials$/,
      sent: /^(?:authorization authorization: bearer |field x-openhab-token)/i,
      explanation: 'openHAB does not know the token, or the signed one is over; the log names the reason.',
      seen: {
        sent: { Authorization: 'Bearer oh.kim.3XzQ9tW2mT7vL5nR1cY8bJ4dF6gS0pKkQ3vX9' },
        body: '{"error":{"message":"Invalid credentials","http-code":401}}',
      },
    },
  ],
});
