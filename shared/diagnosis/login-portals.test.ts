import { expect, test } from 'vitest';
import { attemptOf, basic, type Told } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';

/** Gateways that let people in by a page of their own send a program's call there as well. */
test.each<[string, string, Cause | undefined]>([
  ['NetScaler', '/vpn/index.html', 'blocked-by-intermediary'],
  ['BIG-IP', '/my.policy', 'blocked-by-intermediary'],
  ['Cisco ASA', '/+CSCOE+/logon.html', 'blocked-by-intermediary'],
  ['GlobalProtect', '/global-protect/login.esp', 'blocked-by-intermediary'],
  ['FortiGate', '/remote/login?lang=en', 'blocked-by-intermediary'],
  ['a moved resource', '/sap/opu/odata/sap/ZORDERS_SRV/', undefined],
  ['a page about policies', '/about/my.policy.html', undefined],
])('%s', (_, location, cause) => {
  const { findings } = diagnose(
    attemptOf({
      url: 'https://sap.example.com/sap/opu/odata/sap/ZORDERS_SRV',
      sent: { ...basic('kim', 'word-of-kim'), Accept: 'application/json' },
      status: 302,
      received: { Location: location },
    }),
  );
  expect(findings[0]?.cause).toBe(cause);
});

/** A page that a script builds shows neither a form nor a title by which it is known. */
const scripted = '<html><head><title>Stack</title></head><body><div id="root"></div></body></html>';
const page = { Accept: 'text/html,*/*;q=0.8' };
const login: Told = {
  url: 'https://search.example.com/app/login',
  sent: { 'Content-Type': 'application/json' },
  posted: '{"username":"kim","password":"Harbour-Crane-7"}',
  status: 204,
  received: { 'Set-Cookie': 'sid=Fe26.2**a1b2c3d4e5f6; Path=/app' },
};
const ledTo = (cookie: string, from: string, to: string): readonly Told[] => [
  { url: from, sent: { ...page, Cookie: cookie }, status: 302, received: { Location: to } },
  {
    url: to,
    sent: { ...page, Cookie: cookie },
    status: 200,
    received: { 'Content-Type': 'text/html' },
    body: scripted,
    redirectedFrom: { url: from, dropped: [] },
  },
];
const home = 'https://search.example.com/app/home';
const loginPage = 'https://search.example.com/app/login?next=%2Fapp%2Fhome';

test.each<[string, readonly Told[], Cause | undefined]>([
  [
    'two cookies of one name lead to it',
    ledTo('sid=Fe26.2**0000000000; sid=Fe26.2**a1b2c3d4e5f6', home, loginPage),
    'cookie-conflict',
  ],
  [
    'a session that a login handed out leads to it',
    [login, ...ledTo('sid=Fe26.2**a1b2c3d4e5f6', home, loginPage)],
    'session-expired',
  ],
  ['somebody comes without a session', ledTo('theme=dark', home, loginPage), undefined],
  ['two cookies lead to a page', ledTo('sid=1; sid=2', home, `${home}/start`), undefined],
])('a login page that a script builds: %s', (_, exchanges, cause) => {
  expect(diagnose(attemptOf(...exchanges)).findings[0]?.cause).toBe(cause);
});
