import { describe, expect, test } from 'vitest';
import { allListen } from '../zoo.test-support.ts';
import { kerberosIsInstalled } from './kerberos.test-support.ts';
import { senderOf, statusesOf } from './zoo.test-support.ts';

const apache = 'http://localhost:18101/negotiate/';
const up = await allListen([18101]);

/** A ticket is got outside: KRB5_CONFIG and KRB5CCNAME say where. */
const ready = kerberosIsInstalled && process.env['KRB5CCNAME'] !== undefined;
if (!up) console.log('skipped: Negotiate against Apache, since the auth zoo is not up.');
else if (!ready) console.log('skipped: Negotiate with a ticket, since kerberos or KRB5CCNAME is missing.');

describe.runIf(up && ready)('Negotiate against Apache and MIT Kerberos', () => {
  test('the ticket is sent when it is asked for, and the server proves itself', async () => {
    const executed = await senderOf('negotiate')(apache, {});
    expect(executed.stopped).toBeUndefined();
    expect(statusesOf(executed)).toEqual([401, 200]);
  });

  test('a name that Kerberos does not know', async () => {
    const executed = await senderOf('negotiate')(apache, { serviceHost: 'nobody.zoo.test' });
    expect(statusesOf(executed)).toEqual([401]);
    expect(executed.stopped?.code).toBe('negotiate-unknown-service');
  });
});

test.runIf(up && !kerberosIsInstalled)(
  'without the package the challenge is shown, and why it is not answered',
  async () => {
    const executed = await senderOf('negotiate')(apache, {});
    expect(statusesOf(executed)).toEqual([401]);
    expect(executed.stopped?.message).toMatch(/needs the package kerberos/);
  },
);
