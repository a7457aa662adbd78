import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authParam } from '../../http-auth/auth.ts';
import { parseCredentials } from '../../http-auth/credentials.ts';
import { byteStringToBytes } from '../../exchange/bytes.ts';
import { digestAlgorithms } from './algorithm.ts';
import { chooseDigest, type DigestChallenge, type DigestQop } from './challenge.ts';
import { answerDigest, type DigestLogin } from './credentials.ts';
import { digestRspauth } from './response.ts';
import { beginDigest } from './session.ts';
import { hash } from '../parts/hashes.ts';

const login: DigestLogin = { username: 'Mufasa', password: 'Circle of Life', charset: 'utf-8' };
const still = (count: number): Uint8Array => new Uint8Array(count);

const challengeOf = (line: string): DigestChallenge => {
  const challenge = chooseDigest([line]);
  if (challenge === undefined) throw new Error(`no challenge in ${line}`);
  return challenge;
};

interface Asked {
  readonly challenge: string;
  readonly login?: DigestLogin;
  readonly method?: string;
  readonly uri?: string;
  readonly cnonce?: string;
  readonly qop?: 'auto' | DigestQop;
  readonly body?: string;
}

/** The answer to a challenge whose client nonce is known: a session that began with it goes on with it. */
const answer = ({ challenge, method = 'GET', uri = '/dir/index.html', body = '', ...asked }: Asked) => {
  const read = challengeOf(challenge);
  const bodyHash = hash(read.algorithm.hash, byteStringToBytes(body));
  return answerDigest(
    {
      ...beginDigest(read),
      ...(asked.cnonce === undefined ? {} : { prime: { nonce: read.nonce, cnonce: asked.cnonce } }),
    },
    asked.login ?? login,
    { method, uri, bodyHash },
    asked.qop ?? 'auto',
    still,
  );
};

const param = (value: string, name: string): string | undefined => authParam(parseCredentials(value), name);

describe('the examples of the RFCs', () => {
  const rfc7616 =
    'realm="http-auth@example.org", qop="auth, auth-int", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
  const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';

  test.each([
    [
      'RFC 2069 §2.4 as corrected by erratum 749',
      {
        challenge:
          'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
        login: { ...login, password: 'CircleOfLife' },
      },
      '1949323746fe6a43ef61f9606e7febea',
    ],
    [
      'RFC 2617 §3.5',
      {
        challenge:
          'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
        login: { ...login, password: 'Circle Of Life' },
        cnonce: '0a4f113b',
      },
      '6629fae49393a05397450978507c4ef1',
    ],
    [
      'RFC 7616 §3.9.1, MD5',
      { challenge: `Digest ${rfc7616}, algorithm=MD5`, cnonce },
      '8ca523f5e9506fed4657c9700eebdbec',
    ],
    [
      'RFC 7616 §3.9.1, SHA-256',
      { challenge: `Digest ${rfc7616}, algorithm=SHA-256`, cnonce },
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    ],
    [
      'RFC 7616 §3.9.2 as corrected by erratum 4897',
      {
        challenge:
          'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true',
        login: { ...login, username: 'Jäsøn Doe', password: 'Secret, or not?' },
        uri: '/doe.json',
        cnonce: 'NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v',
      },
      '3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5',
    ],
  ])('%s', (_, asked, response) => {
    const { value } = answer(asked);
    expect(param(value, 'response')).toBe(response);
    expect(parseCredentials(value).problems).toEqual([]);
  });

  test('the field as RFC 7616 §3.9.1 writes it', () => {
    expect(answer({ challenge: `Digest ${rfc7616}, algorithm=MD5`, cnonce }).value).toBe(
      'Digest username="Mufasa", realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", uri="/dir/index.html", algorithm=MD5, qop=auth, nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", response="8ca523f5e9506fed4657c9700eebdbec", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
    );
  });
});

describe('the user name', () => {
  const base = 'Digest realm="r", nonce="n", algorithm=SHA-256';
  test.each<[string, string, string, DigestLogin['charset'], string]>([
    ['plain', base, 'alice', 'utf-8', 'username="alice"'],
    ['quotes and backslashes', base, '\\us"er', 'utf-8', 'username="\\\\us\\"er"'],
    ['UTF-8 that nobody asked for', base, 'jürgen', 'utf-8', 'username="j\u00c3\u00bcrgen"'],
    ['ISO-8859-1 for an older server', base, 'jürgen', 'iso-8859-1', 'username="j\u00fcrgen"'],
    [
      'UTF-8 that was asked for',
      `${base}, charset=UTF-8`,
      'jü*',
      'iso-8859-1',
      "username*=UTF-8''j%C3%BC%2A",
    ],
    ['ASCII where UTF-8 was asked for', `${base}, charset=UTF-8`, 'alice', 'utf-8', 'username="alice"'],
    ['a line break', base, 'a\r\nb', 'utf-8', "username*=UTF-8''a%0D%0Ab"],
    ['half a surrogate pair', `${base}, charset=UTF-8`, '\ud800', 'utf-8', "username*=UTF-8''%EF%BF%BD"],
    [
      'hashed',
      `${base}, userhash=true`,
      'auser',
      'utf-8',
      'username="a8bbac17d9de7e9ff9c210704a4985a96bb409d89799665e3de7c930f8ec8de1"',
    ],
  ])('%s', (_, challenge, username, charset, expected) => {
    expect(answer({ challenge, login: { username, password: 'x', charset } }).value).toContain(
      `Digest ${expected}, realm="r"`,
    );
  });
});

describe('what is sent along', () => {
  test.each([
    [
      'no qop, no nonce of the client',
      'Digest realm="r", nonce="n"',
      'nc=|cnonce=|qop=|opaque=|algorithm=',
      false,
    ],
    [
      'a session without qop tells its cnonce',
      'Digest realm="r", nonce="n", algorithm=MD5-sess',
      'cnonce=',
      true,
    ],
    ['an empty opaque is sent back', 'Digest realm="r", nonce="n", opaque=""', 'opaque=""', true],
    [
      'the algorithm as it was spelled',
      'Digest realm="r", nonce="n", algorithm=sha-256',
      'algorithm=sha-256,',
      true,
    ],
    ['userhash is told', 'Digest realm="r", nonce="n", userhash=true', 'userhash=true', true],
    ['userhash is not told', 'Digest realm="r", nonce="n", userhash=false', 'userhash', false],
  ])('%s', (_, challenge, pattern, present) => {
    expect(new RegExp(pattern).test(answer({ challenge }).value)).toBe(present);
  });

  test.each([
    ['"auth,auth-int"', 'auto', 'auth'],
    ['"auth-int,auth"', 'auto', 'auth'],
    ['"auth-int"', 'auto', 'auth-int'],
    ['"auth,auth-int"', 'auth-int', 'auth-int'],
    ['auth', 'auth-int', 'auth'],
    ['"auth,other"', 'auto', 'auth'],
  ] as const)('qop=%s, preferred %s: %s', (offered, qop, taken) => {
    expect(answer({ challenge: `Digest realm="r", nonce="n", qop=${offered}`, qop }).inputs.qop).toBe(taken);
  });

  test('a body that differs, or its absence, makes another response', () => {
    const challenge = 'Digest realm="r", nonce="n", qop=auth-int';
    const responses = ['', 'a', 'b'].map((body) => answer({ challenge, body }).steps.response);
    expect(new Set(responses).size).toBe(3);
    const auth = ['', 'a'].map(
      (body) => answer({ challenge: 'Digest realm="r", nonce="n", qop=auth', body }).steps.response,
    );
    expect(new Set(auth).size).toBe(1);
  });
});

describe('counting', () => {
  test('each request of a nonce counts one more, with a client nonce of its own', () => {
    const random = (at: number) => (count: number) => new Uint8Array(count).fill(at);
    const first = answerDigest(
      beginDigest(challengeOf('Digest realm="r", nonce="n", qop=auth')),
      login,
      { method: 'GET', uri: '/' },
      'auto',
      random(1),
    );
    const second = answerDigest(first.session, login, { method: 'GET', uri: '/' }, 'auto', random(2));
    expect([first.inputs.nc, second.inputs.nc]).toEqual(['00000001', '00000002']);
    expect(first.inputs.cnonce).not.toBe(second.inputs.cnonce);
  });

  test('a session keeps its client nonce and its A1', () => {
    const random = (at: number) => (count: number) => new Uint8Array(count).fill(at);
    const first = answerDigest(
      beginDigest(challengeOf('Digest realm="r", nonce="n", qop=auth, algorithm=MD5-sess')),
      login,
      { method: 'GET', uri: '/' },
      'auto',
      random(1),
    );
    const second = answerDigest(first.session, login, { method: 'GET', uri: '/' }, 'auto', random(2));
    expect(second.inputs.cnonce).toBe(first.inputs.cnonce);
    expect(second.steps.ha1).toBe(first.steps.ha1);
    expect(second.steps.response).not.toBe(first.steps.response);
  });
});

test('rspauth leaves the method out of A2 (RFC 7616 §3.5)', () => {
  const { inputs, steps } = answer({ challenge: 'Digest realm="r", nonce="n", qop=auth' });
  expect(digestRspauth(inputs)).toBe(digestRspauth({ ...inputs, method: 'PUT' }));
  expect(digestRspauth(inputs)).not.toBe(steps.response);
});

test('whatever is answered, the field can be read, and holds what went in', () => {
  const text = fc.string({ maxLength: 12, unit: 'binary' });
  const onWire = fc.stringMatching(/^[\t\u0020-\u007e\u0080-\u00ff]{0,12}$/);
  fc.assert(
    fc.property(
      fc.record({
        username: text,
        password: text,
        charset: fc.constantFrom('utf-8' as const, 'iso-8859-1' as const),
      }),
      fc.record({
        realm: onWire,
        nonce: onWire,
        opaque: fc.option(onWire, { nil: undefined }),
        algorithm: fc.constantFrom(...digestAlgorithms),
        spelledAlgorithm: fc.constantFrom('MD5', undefined),
        qops: fc.subarray(['auth' as const, 'auth-int' as const]),
        stale: fc.boolean(),
        userhash: fc.boolean(),
        utf8: fc.boolean(),
        domain: fc.constant([]),
        written: fc.constant(''),
      }),
      fc.webPath(),
      (given, challenge, uri) => {
        const { value } = answerDigest(beginDigest(challenge), given, { method: 'GET', uri }, 'auto', still);
        const read = parseCredentials(value);
        expect(read.problems).toEqual([]);
        expect(value).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/);
        expect(authParam(read, 'realm')).toBe(challenge.realm);
        expect(authParam(read, 'nonce')).toBe(challenge.nonce);
        expect(authParam(read, 'opaque')).toBe(challenge.opaque);
        expect(authParam(read, 'uri')).toBe(uri);
      },
    ),
  );
});
