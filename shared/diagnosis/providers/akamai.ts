import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const edgeGrid = /^authorization authorization: eg1-hmac-sha256/i;

const signedAt = (timestamp: string) => ({
  url: 'https://akab-x.luna.akamaiapis.net/papi/v1/contracts',
  received: { Server: 'AkamaiGHost' },
  sent: {
    Authorization: `EG1-HMAC-SHA256 client_token=akab-1;access_token=akab-2;timestamp=${timestamp};nonce=1;signature=abc=`,
  },
});

export const akamai = defineProvider({
  id: 'akamai',
  name: 'Akamai',
  category: 'security',
  address: 'https://www.example.com/api/items',
  fields: [['server', /^AkamaiGHost|^AkamaiNetStorage/i], ['akamai-grn'], ['x-akamai-*']],
  body: /errors\.edgesuite\.net|Reference&#32;&#35;\d|Reference #\d+\.[0-9a-f]+\.\d+\.[0-9a-f]+/i,
  sources: [
    'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/kona.py',
    'https://techdocs.akamai.com/identity-cloud-config/reference/401',
    'https://techdocs.akamai.com/developer/docs/authenticate-with-edgegrid',
  ],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /You don't have permission to access|Reference #\d+\.[0-9a-f]+|errors\.edgesuite\.net/i,
      status: [403],
      explanation:
        'Not the application but the firewall in front of it answered; its rules look at address, country, User-Agent, path and body. Give the operator the reference number.',
      seen: {
        status: 403,
        received: { Server: 'AkamaiGHost' },
        body: '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access "http&#58;&#47;&#47;www.example.com" on this server.<P>Reference&#32;&#35;18&#46;4f1e<P>https://errors.edgesuite.net/18.4f1e</BODY></HTML>',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /Signature does not match|The signature does not match/i,
      sent: edgeGrid,
      explanation:
        'EdgeGrid signs method, scheme, host, path, the listed fields and the body’s hash up to a limit; the answer’s details say what differs.',
      seen: {
        ...signedAt('20231115T12:00:00+0000'),
        body: '{"type":"x","title":"Not authorized","status":401,"detail":"The signature does not match"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Inactive (?:client|access) token/i,
      sent: edgeGrid,
      explanation:
        'The credential of the API client was deactivated or has expired in Akamai’s control centre; its tokens open nothing any more. Create a new one for the client, or ask its owner to.',
      seen: {
        ...signedAt('20231115T12:00:00+0000'),
        body: '{"type":"https://problems.luna.akamaiapis.net/-/pep-authn/deny","title":"Not authorized","status":401,"detail":"Inactive client token"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authorization (?:client|access) token/i,
      sent: edgeGrid,
      explanation:
        'Akamai knows no such token at this host: client token, access token, secret and host belong together and are taken from one credential file.',
      seen: {
        ...signedAt('20231115T12:00:00+0000'),
        body: '{"type":"https://problems.luna.akamaiapis.net/-/pep-authn/deny","title":"Not authorized","status":401,"detail":"Invalid authorization access token"}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /Invalid timestamp|Timestamp .* is not within/i,
      sent: edgeGrid,
      explanation: 'The signed timestamp is more than thirty seconds off Akamai’s clock.',
      seen: {
        ...signedAt('20231115T11:00:00+0000'),
        body: '{"title":"Bad request","status":400,"detail":"Invalid timestamp"}',
      },
    },
  ],
});
