import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pagerduty = defineProvider({
  id: 'pagerduty',
  name: 'PagerDuty',
  category: 'observability',
  address: 'https://api.pagerduty.com/users/me',
  hosts: /(^|\.)pagerduty\.com$/,
  challenge: /pagerduty/i,
  sources: [
    'https://github.com/PagerDuty/go-pagerduty/blob/27d69a49eebdab29be66f44e106039accc61c96d/README.md',
  ],
  doors: ['authorization token', 'authorization bearer'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      sent: /^authorization authorization: bearer [\w+-]{18,24}$/i,
      status: [401],
      explanation: 'An API key goes as Token token=…; Bearer is for OAuth tokens.',
      seen: {
        sent: { Authorization: 'Bearer y_NbAkKc66ryYTWUXYEu' },
        body: '{"error":{"message":"Invalid Credentials Provided","code":2006}}',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN + HINTED,
      sent: /^authorization authorization: token (?!token=)/i,
      status: [401],
      explanation: 'The field reads Token token=…; the second token= is missing.',
      seen: {
        sent: { Authorization: 'Token y_NbAkKc66ryYTWUXYEu' },
        body: '{"error":{"message":"Invalid Authentication Provided","code":2006}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['2006'],
      says: /Invalid (?:Credentials|Token)|Invalid routing key/i,
      explanation:
        'PagerDuty does not know the key; the EU has api.eu.pagerduty.com, and the events API wants a routing key.',
      seen: {
        sent: { Authorization: 'Token token=y_NbAkKc66ryYTWUXYEu' },
        body: '{"error":{"message":"Invalid Token","code":2006}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Requester User Not Found|valid (?:email in the )?From header|'From'/i,
      explanation: 'With an account’s key, changes want the e-mail of a user in From.',
      seen: {
        status: 400,
        sent: { Authorization: 'Token token=y_NbAkKc66ryYTWUXYEu' },
        body: '{"error":{"message":"Invalid Input Provided","code":2001,"errors":["Requester User Not Found: a valid From header is required"]}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['2010'],
      says: /Access Denied/i,
      explanation: 'The key is read-only or its user lacks the role.',
      seen: {
        status: 403,
        sent: { Authorization: 'Token token=y_NbAkKc66ryYTWUXYEu' },
        body: '{"error":{"message":"Access Denied","code":2010}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['2012'],
      says: /does not have the (?:ability|plan)/i,
      explanation: 'The account’s plan does not include this.',
      seen: {
        status: 402,
        sent: { Authorization: 'Token token=y_NbAkKc66ryYTWUXYEu' },
        body: '{"error":{"message":"Account does not have the abilities to perform the action.","code":2012}}',
      },
    },
  ],
});
