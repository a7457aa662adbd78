import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zscaler = defineProvider({
  id: 'zscaler',
  name: 'Zscaler',
  category: 'security',
  address: 'https://www.example.com/api/items',
  fields: [
    ['server', /^Zscaler/i],
    ['location', /gateway\.zscaler|login\.zscaler|zscalertwo|zscloud\.net/i],
  ],
  body: /zscaler|zscloud\.net/i,
  sources: ['https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/zscaler.py'],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /zscaler|Internet Security by Zscaler|Accessing this URL is not permitted|Your organization has selected Zscaler/i,
      explanation:
        'The company’s web gateway answered in the server’s place; its policy forbids the site, or wants the user to sign in with it.',
      seen: {
        status: 403,
        received: { Server: 'Zscaler/6.2' },
        body: '<html><head><title>Internet Security by Zscaler</title></head><body>Your organization has selected Zscaler to protect you from internet threats.</body></html>',
      },
    },
    {
      cause: 'proxy-authentication-required',
      weight: TOLD,
      status: [407],
      explanation: 'The gateway wants its user’s login.',
      seen: {
        status: 407,
        sent: {},
        received: { Server: 'Zscaler/6.2', 'Proxy-Authenticate': 'Basic realm="zscaler"' },
        body: '<html><title>zscaler</title></html>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      status: [302, 307],
      says: /zscaler/i,
      explanation: 'The gateway sends browsers to its login; a program cannot follow.',
      seen: {
        status: 307,
        received: {
          Server: 'Zscaler/6.2',
          Location: 'https://gateway.zscaler.net/auD?origurl=https%3A%2F%2Fwww.example.com&error=login',
        },
        body: '<html><title>zscaler</title></html>',
      },
    },
  ],
});
