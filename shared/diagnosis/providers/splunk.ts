import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const splunk = defineProvider({
  id: 'splunk',
  name: 'Splunk',
  category: 'observability',
  address: 'https://acme.splunkcloud.com:8089/services/server/info',
  hosts: /(^|\.)splunk(cloud)?\.com$/,
  fields: [['server', /^Splunkd$/i]],
  challenge: /^Basic \/splunk$/i,
  body: /"text"\s*:\s*"(?:Token (?:is required|disabled)|Invalid (?:token|authorization))"|call not properly authenticated/,
  sources: [
    'https://help.splunk.com/en/splunk-cloud-platform/administer/admin-config-service-manual/10.1.2507/troubleshoot-admin-config-service-acs-api',
    'https://help.splunk.com/splunk-enterprise/administer/manage-users-and-security/9.0/authenticate-into-the-splunk-platform-with-tokens/use-authentication-tokens',
    'https://help.splunk.com/splunk-enterprise/administer/manage-users-and-security/9.1/authenticate-into-the-splunk-platform-with-tokens/enable-or-disable-token-authentication',
    'https://github.com/fluent/fluent-bit/pull/12043',
  ],
  doors: ['authorization splunk', 'authorization bearer', 'authorization basic', 'query token'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^text: Token is required$/i,
      explanation: 'The event collector saw no token; send Authorization: Splunk and the token.',
      seen: { sent: {}, body: '{"text":"Token is required","code":2}' },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED + HINTED,
      says: /^text: (?:Invalid authorization|Token is required)$/i,
      sent: /^authorization authorization: (?:bearer |[0-9a-f]{8}-)/i,
      explanation: 'The event collector takes the word Splunk before its token.',
      seen: {
        sent: { Authorization: 'Bearer 0a1b2c3d-0000-4000-8000-1234567890ab' },
        body: '{"text":"Invalid authorization","code":3}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^text: Invalid token$/i,
      explanation: 'The event collector does not know the token on this instance.',
      seen: {
        status: 403,
        sent: { Authorization: 'Splunk 0a1b2c3d-0000-4000-8000-1234567890ab' },
        body: '{"text":"Invalid token","code":4}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^text: Token disabled$/i,
      explanation: 'The token, or the event collector as a whole, is switched off in the inputs.',
      seen: {
        status: 403,
        sent: { Authorization: 'Splunk 0a1b2c3d-0000-4000-8000-1234567890ab' },
        body: '{"text":"Token disabled","code":1}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^text: Incorrect index$/i,
      explanation: 'The token may not write into this index.',
      seen: {
        status: 400,
        sent: { Authorization: 'Splunk 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: '{"text":"Incorrect index","code":7}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /call not properly authenticated/i,
      sent: /^authorization authorization: (?:bearer|splunk) /i,
      explanation:
        'The token is over, of another instance or search head, its id in place of its value, or token authentication is off.',
      seen: {
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuv' },
        body: '<?xml version="1.0"?><response><messages><msg type="WARN">call not properly authenticated</msg></messages></response>',
      },
    },
  ],
});
