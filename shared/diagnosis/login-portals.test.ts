import { expect, test } from 'vitest';
import { attemptOf, basic } from './attempt.test-support.ts';
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
