import { describe, expect, test } from 'vitest';
import { FlowStopped } from '../../shared/schemes/scheme.ts';
import { createNegotiateTokens } from './negotiate.ts';

interface Seen {
  readonly services: string[];
  readonly challenges: string[];
}

/** A package that gives out t1, t2 … per conversation, or fails. */
const fake = (seen: Seen, failure?: string) => () => ({
  GSS_MECH_OID_SPNEGO: 6,
  initializeClient(service: string, { mechOID }: { mechOID: number }) {
    seen.services.push(`${service} ${mechOID}`);
    let given = 0;
    return Promise.resolve({
      step(challenge: string) {
        seen.challenges.push(challenge);
        given += 1;
        return failure === undefined ? Promise.resolve(`t${given}`) : Promise.reject(new Error(failure));
      },
    });
  },
});

const nothingSeen = (): Seen => ({ services: [], challenges: [] });

describe('tokens', () => {
  test('one conversation goes on with what the server sent, another begins anew', async () => {
    const seen = nothingSeen();
    const tokens = createNegotiateTokens(fake(seen), 'linux');
    expect([await tokens('a.test'), await tokens('a.test', 'c1'), await tokens('b.test')]).toEqual([
      't1',
      't2',
      't1',
    ]);
    expect(seen).toEqual({ services: ['HTTP@a.test 6', 'HTTP@b.test 6'], challenges: ['', 'c1', ''] });
  });

  test('Windows spells the service its own way', async () => {
    const seen = nothingSeen();
    await createNegotiateTokens(fake(seen), 'win32')('a.test');
    expect(seen.services).toEqual(['HTTP/a.test 6']);
  });

  test('a conversation that is over has no token', async () => {
    const over = () => ({
      GSS_MECH_OID_SPNEGO: 6,
      initializeClient: () => Promise.resolve({ step: () => Promise.resolve(null) }),
    });
    expect(await createNegotiateTokens(over, 'linux')('a.test', 'c')).toBe('');
  });
});

describe('why there is none', () => {
  test.each<[string, () => unknown, string, RegExp]>([
    [
      'no package',
      () => {
        throw new Error("Cannot find module 'kerberos'\nRequire stack:\n- /x");
      },
      'negotiate-missing',
      /^Negotiate needs the package kerberos, which is not installed\. Install it \(npm install kerberos\)/,
    ],
    [
      'a package built for another Node',
      () => {
        throw new Error('was compiled against a different Node.js version');
      },
      'negotiate-missing',
      /cannot be loaded: was compiled against a different Node\.js version\. Build it again/,
    ],
    ['another package of that name', () => ({}), 'negotiate-missing', /version that is not known/],
    [
      'a client that cannot step',
      () => ({ GSS_MECH_OID_SPNEGO: 6, initializeClient: () => Promise.resolve({}) }),
      'negotiate-missing',
      /version that is not known/,
    ],
    [
      'no ticket',
      fake(
        nothingSeen(),
        'No credentials were supplied, or the credentials were unavailable or inaccessible: SPNEGO cannot find mechanisms to negotiate',
      ),
      'negotiate-no-ticket',
      /get one with kinit/,
    ],
    ['a ticket that is over', fake(nothingSeen(), 'Ticket expired'), 'negotiate-no-ticket', /kinit/],
    [
      'an unknown service',
      fake(
        nothingSeen(),
        'Unspecified GSS failure.  Minor code may provide more information: Server HTTP/a.test@ZOO.TEST not found in Kerberos database',
      ),
      'negotiate-unknown-service',
      /no service HTTP\/a\.test/,
    ],
    [
      'anything else',
      fake(nothingSeen(), 'Clock skew too great'),
      'negotiate-failed',
      /HTTP\/a\.test: Clock skew/,
    ],
  ])('%s', async (_, load, code, message) => {
    const stopped: unknown = await createNegotiateTokens(
      load,
      'linux',
    )('a.test').catch((error: unknown) => error);
    if (!(stopped instanceof FlowStopped)) throw new Error('It is not stopped.');
    expect(stopped.code).toBe(code);
    expect(stopped.message).toMatch(message);
  });
});
