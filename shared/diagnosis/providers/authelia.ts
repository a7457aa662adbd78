import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const authelia = defineProvider({
  id: 'authelia',
  name: 'Authelia',
  category: 'proxy',
  address: 'https://app.example.com/api/items',
  paths: /^\/api\/(?:verify|firstfactor|secondfactor|authz)(?:\/|$)/,
  fields: [
    ['set-cookie', /^authelia_session=/],
    ['location', /[?&]rd=https?(?:%3A|:).*&rm=(?:GET|POST|PUT|DELETE|PATCH|HEAD)/],
  ],
  challenge: /^basic authorization required/i,
  body: /authelia/i,
  misleads: [
    {
      says: 'Authorization',
      means:
        'Authelia may read it as its own: in front of an application with Basic the pair is used up at the door.',
    },
  ],
  sources: ['https://github.com/authelia/authelia/blob/master/internal/handlers/handler_authz.go'],
  lives: { seconds: 300, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      status: [302, 303, 401],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Authelia stands before the application and does not read its Bearer token; a bypass rule, or Proxy-Authorization: Basic at the auth-request endpoint, lets programs in.',
      seen: {
        status: 302,
        received: {
          Location: 'https://auth.example.com/?rd=https%3A%2F%2Fapp.example.com%2Fapi%2Fitems&rm=GET',
        },
        body: '<a href="https://auth.example.com/?rd=x">302 Found</a>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      status: [302, 303],
      path: /\/(?:api|opds|dav|caldav|carddav|webdav|rpc|rest|webhooks?)\b/i,
      notSent: /^(?:cookie authelia_session|authorization)/i,
      explanation:
        'Authelia sends a program to its login page before the application sees what that program has to show: give this path a bypass rule.',
      seen: {
        status: 302,
        url: 'https://books.example.com/api/opds/3f1b8c52',
        sent: {},
        received: {
          Location: 'https://auth.example.com/?rd=https://books.example.com/api/opds/3f1b8c52&rm=GET',
        },
        body: '<a href="https://auth.example.com/?rd=x">302 Found</a>',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      status: [302, 303, 401],
      sent: /^cookie authelia_session/i,
      explanation: 'The session of Authelia is over.',
      seen: {
        status: 302,
        sent: { Cookie: 'authelia_session=a1b2', Accept: 'application/json' },
        received: {
          Location: 'https://auth.example.com/?rd=https%3A%2F%2Fapp.example.com%2Fapi%2Fitems&rm=GET',
        },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      explanation: 'A rule of Authelia’s access control denies this user or group here.',
      seen: {
        status: 403,
        sent: { Cookie: 'authelia_session=a1b2' },
        received: { 'Set-Cookie': 'authelia_session=a1b2; HttpOnly' },
        body: '403 Forbidden',
      },
    },
  ],
});
