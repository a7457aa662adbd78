import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const exchangeWebServices = defineProvider({
  id: 'exchange-web-services',
  name: 'Exchange Web Services',
  category: 'productivity',
  address: 'https://outlook.office365.com/EWS/Exchange.asmx',
  paths: /^\/EWS\/Exchange\.asmx/i,
  family: 'microsoft-graph',
  hosts: /^outlook\.office(365)?\.com$/,
  fields: [['x-feserver'], ['x-calculatedbetarget'], ['x-ms-diagnostics']],
  body: /schemas\.microsoft\.com\/exchange\/services/,
  misleads: [{ says: '401 with no body', means: 'The reason stands in x-ms-diagnostics.' }],
  sources: [
    'https://github.com/OfficeDev/ews-managed-api/blob/68a382b82ff1a2827315771c5206794499a6f19e/README.md',
  ],
  doors: ['authorization bearer', 'authorization basic', 'authorization ntlm', 'authorization negotiate'],
  signs: [
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /audience claim value .* is invalid|2000003/i,
      explanation: 'The token must be for https://outlook.office365.com.',
      seen: {
        received: {
          'X-Ms-Diagnostics':
            '2000003;reason="The audience claim value is invalid \'https://graph.microsoft.com\'.";error_category="invalid_resource"',
        },
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /token contains not enough scope/i,
      explanation: 'The app needs full_access_as_app, or EWS.AccessAsUser.All for a user.',
      seen: {
        status: 403,
        received: {
          'X-Ms-Diagnostics':
            '2000008;reason="The token contains not enough scope to make this call.";error_category="invalid_grant"',
        },
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token has expired/i,
      explanation: 'The token is over; get a new one.',
      seen: {
        received: {
          'X-Ms-Diagnostics': '2000001;reason="The token has expired.";error_category="invalid_lifetime"',
        },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'ErrorAccessDenied',
        'ErrorImpersonateUserDenied',
        'ErrorImpersonationFailed',
        'ErrorEwsBlocked',
      ],
      explanation:
        'The account may not open this mailbox: grant impersonation or delegation, or lift the application access policy.',
      seen: {
        status: 403,
        body: '<?xml version="1.0"?><s:Envelope xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"><s:Body><m:ResponseCode>ErrorImpersonateUserDenied</m:ResponseCode></s:Body></s:Envelope>',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: SUGGESTED,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation: 'Exchange Online took Basic until October 2022; it wants OAuth.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        url: 'https://outlook.office365.com/EWS/Exchange.asmx',
      },
    },
  ],
});
