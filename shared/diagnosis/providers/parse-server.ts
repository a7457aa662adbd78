import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const parseServer = defineProvider({
  id: 'parse-server',
  name: 'Parse Server',
  category: 'framework',
  address: 'https://parseapi.back4app.com/classes/Order',
  hosts: /(?:^|\.)back4app\.com$/,
  sends: [
    'x-parse-application-id',
    'x-parse-rest-api-key',
    'x-parse-session-token',
    'x-parse-master-key',
    'x-parse-client-key',
    'x-parse-javascript-key',
    'x-parse-client-version',
  ],
  body: /"error"\s*:\s*"unauthorized: master key is required"/,
  sources: [
    'https://docs.parseplatform.org/rest/guide/',
    'https://github.com/parse-community/parse-server/blob/alpha/src/middlewares.js',
  ],
  misleads: [
    {
      says: 'unauthorized',
      means:
        'No app has this application id, or one of the client keys that the server was given is missing: no user is spoken of.',
    },
  ],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: SUGGESTED + HINTED,
      says: /unauthorized: master key is required/i,
      sent: /^field x-parse-master-key: ./i,
      explanation:
        'From version 6 on the master key counts only from the addresses in masterKeyIps, by default the machine itself; else it is another app’s key.',
      seen: {
        status: 403,
        sent: { 'X-Parse-Application-Id': 'shop', 'X-Parse-Master-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":"unauthorized: master key is required"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /unauthorized: master key is required/i,
      notSent: /^field x-parse-master-key: ./i,
      explanation: 'This is for the master key alone, which no client should hold.',
      seen: {
        status: 403,
        sent: { 'X-Parse-Application-Id': 'shop', 'X-Parse-REST-API-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":"unauthorized: master key is required"}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED + HINTED,
      says: /^error: unauthorized$/i,
      lacks: 'x-parse-application-id',
      explanation: 'Every call names its app in X-Parse-Application-Id.',
      seen: {
        status: 403,
        sent: { 'X-Parse-REST-API-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":"unauthorized"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^error: unauthorized$/i,
      sent: /^field x-parse-(?:application-id|rest-api-key|javascript-key|client-key): ./i,
      explanation: 'No app has this id, or its key is another.',
      seen: {
        status: 403,
        sent: { 'X-Parse-Application-Id': 'shop', 'X-Parse-REST-API-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":"unauthorized"}',
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^error: (?:Invalid session token|Session token is expired)/i,
      explanation: 'The user logged out, changed the password, or the session’s year is over (code 209).',
      seen: {
        status: 400,
        sent: { 'X-Parse-Application-Id': 'shop', 'X-Parse-Session-Token': 'r:q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"code":209,"error":"Invalid session token"}',
      },
    },
  ],
});
