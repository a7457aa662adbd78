import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = {
  url: 'https://mail.example.com/service/soap/',
  status: 500,
  sent: {},
  received: { 'Content-Type': 'text/xml;charset=utf-8' },
  posted:
    '<soap:Envelope><soap:Body><AuthRequest><account by="name">anna@example.com</account><password>keycard</password></AuthRequest></soap:Body></soap:Envelope>',
};
const seen = (code: string, text: string) =>
  `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault><soap:Reason><soap:Text>${text}</soap:Text></soap:Reason><soap:Detail><Error xmlns="urn:zimbra"><Code>${code}</Code></Error></soap:Detail></soap:Fault></soap:Body></soap:Envelope>`;

export const zimbra = defineProvider({
  id: 'zimbra',
  name: 'Zimbra',
  category: 'messaging',
  address: call.url,
  paths: /^\/service\/soap\b/,
  body: /urn:zimbra|"Code"\s*:\s*"(?:service|account)\.[A-Z_]+"/,
  misleads: [{ says: '500', means: 'Every fault is a 500; its Code is the answer.' }],
  sources: [
    'https://github.com/Zimbra/zm-mailbox/blob/develop/store/docs/soap.txt',
    'https://files.zimbra.com/docs/soap_api/9.0.0/api-reference/index.html',
  ],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      says: /^code: service\.AUTH_EXPIRED$/,
      explanation: 'The auth token in the envelope or cookie is over: send AuthRequest again.',
      seen: { ...call, body: seen('service.AUTH_EXPIRED', 'auth credentials have expired') },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^code: account\.AUTH_FAILED$/,
      explanation: 'Account and password do not fit, or the account is locked: Zimbra says the same to both.',
      seen: { ...call, body: seen('account.AUTH_FAILED', 'authentication failed for [anna@example.com]') },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^code: service\.AUTH_REQUIRED$/,
      notSent: /./,
      explanation: 'The envelope’s context holds no authToken.',
      seen: {
        ...call,
        posted: '<soap:Envelope><soap:Body><GetInfoRequest/></soap:Body></soap:Envelope>',
        body: seen('service.AUTH_REQUIRED', 'no valid authtoken present'),
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      says: /^code: account\.(?:CHANGE_PASSWORD|MAINTENANCE_MODE|ACCOUNT_INACTIVE)$/,
      explanation: 'The password must be changed first, or the account is closed or under maintenance.',
      seen: { ...call, body: seen('account.CHANGE_PASSWORD', 'must change password') },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + STATED,
      says: /^code: account\.TWO_FACTOR_(?:AUTH_REQUIRED|SETUP_REQUIRED|AUTH_FAILED)$/,
      explanation: 'The account has a second factor: programs log in with an application passcode.',
      seen: { ...call, body: seen('account.TWO_FACTOR_AUTH_REQUIRED', 'two-factor auth required') },
    },
  ],
});
