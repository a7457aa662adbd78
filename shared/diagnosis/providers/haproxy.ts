import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const haproxy = defineProvider({
  id: 'haproxy',
  name: 'HAProxy',
  category: 'proxy',
  address: 'https://app.example.com/',
  body: /^<html><body><h1>(?:401 Unauthorized|403 Forbidden|407 Unauthorized|429 Too Many Requests)<\/h1>\s*(?:You need a valid user and password|Request forbidden by administrative rules|You have sent too many)/,
  sources: ['https://github.com/haproxy/haproxy/blob/master/src/http.c'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You need a valid user and password to access this content/i,
      notSent: /./,
      explanation: 'An http-request auth rule of HAProxy asks, before the application is reached.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Basic realm="app"' },
        body: '<html><body><h1>401 Unauthorized</h1>\nYou need a valid user and password to access this content.\n</body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /You need a valid user and password to access this content/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'HAProxy’s userlist has no such user and password.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { 'WWW-Authenticate': 'Basic realm="app"' },
        body: '<html><body><h1>401 Unauthorized</h1>\nYou need a valid user and password to access this content.\n</body></html>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN + HINTED,
      says: /Request forbidden by administrative rules\./i,
      status: [403],
      explanation:
        'An http-request deny rule of HAProxy refused; the application never saw it. Address, path, Host or User-Agent are what such rules look at.',
      seen: {
        status: 403,
        body: '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /You have sent too many requests in a given amount of time/i,
      explanation: 'A stick-table of HAProxy counts requests.',
      seen: {
        status: 429,
        body: '<html><body><h1>429 Too Many Requests</h1>\nYou have sent too many requests in a given amount of time.\n</body></html>',
      },
    },
  ],
});
