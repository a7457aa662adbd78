import { describe, expect, it } from 'vitest';
import type { Draft } from '../workspace/draft.ts';
import { curlOptionNames, optionNamed } from './curl-options.ts';
import { readCurl } from './curl.ts';

const read = (command: string): { readonly draft: Draft; readonly notes: readonly string[] } => {
  const result = readCurl(command, () => 'id');
  if (!result.ok) throw new Error(result.message);
  const [draft] = result.drafts;
  if (draft === undefined) throw new Error('no request');
  return { draft, notes: result.notes };
};

const url = 'https://a.example/x';

describe('what becomes of an option', () => {
  it.each<[string, object]>([
    [
      `-u al:p:q ${url}`,
      {
        auth: {
          kind: 'own',
          scheme: 'basic',
          settings: { username: 'al', password: { plain: 'p:q' }, charset: 'utf-8' },
        },
      },
    ],
    [
      `--oauth2-bearer tok ${url}`,
      { auth: { kind: 'own', scheme: 'bearer', settings: { token: { plain: 'tok' } } } },
    ],
    [
      `-H 'Authorization: Bearer Bearer x' ${url}`,
      { auth: { kind: 'none' }, fields: [{ name: 'Authorization', value: 'Bearer Bearer x', on: true }] },
    ],
    [
      `-H 'Authorization: Bearer {{token}}' ${url}`,
      { fields: [{ name: 'Authorization', value: 'Bearer {{token}}' }] },
    ],
    [`-HA:b -XPATCH ${url}`, { method: 'PATCH', fields: [{ name: 'A', value: 'b' }] }],
    [`-sSLXPUT ${url}`, { method: 'PUT', settings: { followRedirects: true, maxRedirects: 50 } }],
    [url, { settings: { followRedirects: false }, fieldsOff: ['accept-encoding'], fields: [] }],
    [`--compressed ${url}`, { fieldsOff: [] }],
    [
      `-H Accept: -H 'User-Agent;' ${url}`,
      { fieldsOff: ['accept', 'accept-encoding'], fields: [{ name: 'User-Agent', value: '' }] },
    ],
    [`-A '' ${url}`, { fieldsOff: ['user-agent', 'accept-encoding'] }],
    [
      `-A ua -e ref -b a=1 -b b=2 -r 0-9 ${url}`,
      {
        fields: [
          { name: 'Range', value: 'bytes=0-9' },
          { name: 'User-Agent', value: 'ua' },
          { name: 'Referer', value: 'ref' },
          { name: 'Cookie', value: 'a=1;b=2' },
        ],
      },
    ],
    [`-b a=1 -H 'cookie: b=2' ${url}`, { fields: [{ name: 'cookie', value: 'b=2' }] }],
    [
      `-k --cacert ca.pem -m 1.5 --max-redirs 3 -L ${url}`,
      { settings: { verifyTls: false, caFile: 'ca.pem', timeoutMs: 1500, maxRedirects: 3 } },
    ],
    [
      `--resolve api.example.com:443:127.0.0.1 --resolve b:80:::1 --interface eth0 -6 --tlsv1.3 ${url}`,
      {
        settings: {
          resolve: ['api.example.com:443:127.0.0.1', 'b:80:::1'],
          bindAddress: 'eth0',
          ipVersion: '6',
          tlsMinimum: '1.3',
        },
      },
    ],
    [
      `--connect-to ::b: --connect-to a:443:[::1]:8443 --tls-max 1.2 ${url}`,
      { settings: { connectTo: ['::b:', 'a:443:[::1]:8443'], tlsMaximum: '1.2' } },
    ],
    [
      `--unix-socket /run/x.sock -4 -6 -4 ${url}`,
      { settings: { unixSocket: '/run/x.sock', ipVersion: '4' } },
    ],
    [
      `--cert alice.pem:wonder:land ${url}`,
      {
        settings: {
          clientCertificate: { certificateFile: 'alice.pem', passphrase: { plain: 'wonder:land' } },
        },
      },
    ],
    [
      `-E 'C:/keys/a\\:b.p12:pw' --cert-type P12 --pass other ${url}`,
      {
        settings: {
          clientCertificate: { certificateFile: 'C:/keys/a:b.p12', passphrase: { plain: 'other' } },
        },
      },
    ],
    [
      `--cert alice.crt --key alice.key ${url}`,
      { settings: { clientCertificate: { certificateFile: 'alice.crt', keyFile: 'alice.key' } } },
    ],
    [`--http2-prior-knowledge ${url}`, { settings: { httpVersion: '2' } }],
    [`--http2-prior-knowledge --http1.1 ${url}`, { settings: { httpVersion: '1.1' } }],
    [`-L --no-location ${url}`, { settings: { followRedirects: false } }],
    [
      `-x p:3128 -U me:pw ${url}`,
      { settings: { proxy: { url: 'http://p:3128', username: 'me', password: { plain: 'pw' } } } },
    ],
    [
      `-x p:3128 -U me:pw --proxy-digest ${url}`,
      { settings: { proxy: { username: 'me', scheme: 'digest' } } },
    ],
    [`-x p -U me:pw --proxy-anyauth ${url}`, { settings: { proxy: { scheme: 'automatic' } } }],
    [`-x p -U me:pw --proxy-ntlm ${url}`, { settings: { proxy: { scheme: 'ntlm' } } }],
    [`-x p -U : --proxy-negotiate ${url}`, { settings: { proxy: { username: '', scheme: 'negotiate' } } }],
    [`-x p -U me:pw ${url}`, { settings: { proxy: { scheme: 'basic' } } }],
    [`--socks5 p:1 ${url}`, { settings: { proxy: { url: 'socks5://p:1' } } }],
    [
      `--socks5-hostname p:1 -U me:pw ${url}`,
      { settings: { proxy: { url: 'socks5h://p:1', username: 'me' } } },
    ],
    [`-x socks5://me:pw@p:1 ${url}`, { settings: { proxy: { url: 'socks5://p:1', username: 'me' } } }],
    [`-x a:1 --socks5 b:2 ${url}`, { settings: { proxy: { url: 'socks5://b:2' } } }],
    [`-k -x https://p:1 ${url}`, { settings: { verifyTls: false, proxy: { verifyTls: true } } }],
    [`-x https://p:1 --proxy-insecure ${url}`, { settings: { proxy: { verifyTls: false } } }],
    [`--noproxy localhost,.a.example ${url}`, { settings: { noProxy: 'localhost,.a.example' } }],
    [`-x '' ${url}`, { settings: { noProxy: '*' } }],
    [
      `-x http://me:p%40w@p:3128 ${url}`,
      { settings: { proxy: { url: 'http://p:3128', username: 'me', password: { plain: 'p@w' } } } },
    ],
    [
      `-d a=1 ${url}`,
      {
        method: 'POST',
        body: { kind: 'text', text: 'a=1', contentType: 'application/x-www-form-urlencoded' },
      },
    ],
    [
      `--json '{"a":1}' ${url}`,
      {
        method: 'POST',
        body: { text: '{"a":1}', contentType: 'application/json' },
        fields: [{ name: 'Accept', value: 'application/json' }],
      },
    ],
    [`-d @f.json ${url}`, { body: { kind: 'file', path: 'f.json' } }],
    [`--data-binary $'\\xff' ${url}`, { body: { kind: 'bytes', base64: '/w==' } }],
    [
      `--data-urlencode 'a=b c&d' -G ${url}?q`,
      {
        method: 'GET',
        params: [
          { name: 'q', on: true },
          { name: 'a', value: 'b+c%26d', on: true },
        ],
      },
    ],
    [
      `-F 'a=1;type=text/x' -F 'f=@x.bin;filename=y' ${url}`,
      {
        method: 'POST',
        body: {
          kind: 'multipart',
          parts: [
            { name: 'a', value: '1', contentType: 'text/x' },
            { name: 'f', file: 'x.bin', fileName: 'y' },
          ],
        },
      },
    ],
    [`-F 'f=@"a;b,c.txt",d.txt' ${url}`, { body: { parts: [{ file: 'a;b,c.txt' }, { file: 'd.txt' }] } }],
    [
      `-T f.txt https://a.example/dir/`,
      {
        method: 'PUT',
        url: 'https://a.example/dir/f.txt',
        body: { kind: 'file', path: 'f.txt', contentType: '' },
      },
    ],
    [`-I ${url}`, { method: 'HEAD' }],
    ['a.example', { url: 'http://a.example' }],
    ['--proto-default https a.example', { url: 'https://a.example' }],
    [`-g 'https://a.example/{a,b}'`, { url: 'https://a.example/{a,b}' }],
    [`'https://a.example/\\[1\\]/{{id}}'`, { url: 'https://a.example/[1]/{{id}}' }],
    [`--url ${url} -- -odd`, { url }],
    [`-o x -w '%{http_code}' -D h --retry 3 -sS --trace-ascii t ${url}`, { url, fields: [] }],
  ])('curl %s', (args, draft) => {
    const result = read(`curl ${args}`);
    expect(result.draft).toMatchObject(draft);
  });

  it.each<[string, RegExp]>([
    [`--ntlm-wb -u a:b ${url}`, /--ntlm-wb is not supported, and the credentials of -u were left out/],
    [`-u alice ${url}`, /would ask for the password of the user alice/],
    [`--resolve a:1:b ${url}`, /--resolve a:1:b was left out/],
    [`--connect-to a:1:b ${url}`, /--connect-to a:1:b was left out/],
    [`--tls-max 1.4 ${url}`, /--tls-max 1\.4 was left out/],
    [`--proxy-cert c.pem ${url}`, /--proxy-cert is not carried over: no client certificate/],
    [`-E pkcs11:object=x ${url}`, /client certificate was left out: only files/],
    [`--http3 ${url}`, /--http3 is not carried over: the request is sent as HTTP\/2/],
    [`--http2 ${url}`, /--http2 asks for HTTP\/2 where the server offers it/],
    [`-x socks4://me:pw@p:1 ${url}`, /The proxy socks4:\/\/p:1 was left out/],
    [`--preproxy socks5://p:1 ${url}`, /--preproxy is not carried over/],
    [`--ntlm -n ${url}`, /--ntlm takes no login from a netrc file/],
    [`-b cookies.txt ${url}`, /cookies in the file cookies\.txt/],
    [`--location-trusted ${url}`, /name the origins to trust/],
    [`--sparkle ${url}`, /--sparkle is no option/],
    [`--header=A:b ${url}`, /wants a blank instead of =/],
    ['https://a.example/{1,2}', /only the first is taken/],
    [`-H 'Bearer abc' ${url}`, /has no colon: curl sends nothing/],
    [`-d a -d @f ${url}`, /The content of f belongs into the body/],
    [`-d @- ${url}`, /standard input, which is not in the text/],
    [`-H "A: $B" ${url}`, /\$B is a variable of the shell/],
  ])('curl %s is noted', (args, note) => {
    expect(read(`curl ${args}`).notes).toEqual(expect.arrayContaining([expect.stringMatching(note)]));
  });

  it('takes user and password of the address for the scheme that was named', () => {
    expect(read('curl --digest https://al%3Aice:won%40der@a.example/x?q=1').draft).toMatchObject({
      url: 'https://a.example/x',
      auth: { scheme: 'digest', settings: { username: 'al:ice', password: { plain: 'won@der' } } },
    });
    expect(read('curl --digest -u a:b https://c:d@a.example/').draft.auth).toMatchObject({
      settings: { username: 'a' },
    });
    expect(read('curl https://c:d@a.example/').draft).toMatchObject({
      url: 'https://c:d@a.example/',
      auth: { kind: 'none' },
    });
  });

  it.each([
    ['-n', { scheme: 'basic', settings: { source: 'netrc' } }],
    ['--netrc-optional', { scheme: 'basic', settings: { source: 'netrc' } }],
    ['--netrc-file n.txt', { scheme: 'basic', settings: { source: 'netrc', netrcFile: 'n.txt' } }],
    ['--digest -n', { scheme: 'digest', settings: { source: 'netrc' } }],
    ['-n --no-netrc', undefined],
    ['-n -u a:b', { scheme: 'basic', settings: { username: 'a' } }],
  ])('takes the login from where %s says', (args, expected) => {
    const { auth } = read(`curl ${args} ${url}`).draft;
    if (expected === undefined) expect(auth).toEqual({ kind: 'none' });
    else expect(auth).toMatchObject({ kind: 'own', ...expected });
  });

  it('gives no credentials to a scheme that was not named', () => {
    expect(read(`curl --digest -u a:b ${url}`).draft.auth).toMatchObject({ scheme: 'digest' });
    expect(read(`curl --ntlm-wb -u a:b ${url}`).draft.auth).toEqual({ kind: 'none' });
  });

  it.each([
    ['curl -X GET', /names no address/],
    [`curl -d a -F b=c ${url}`, /refuses data/],
    [`curl -I -d a ${url}`, /refuses to send a body with -I/],
    ['curl -H', /wants a value/],
    ['wget x', /holds no curl command/],
  ])('%s is refused', (command, message) => {
    expect(readCurl(command, () => 'id')).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it.each([
    [`curl ${url} https://b.example`, 2],
    [`curl -d a ${url} --next https://b.example`, 2],
    [`curl ${url}; echo; curl ${url} && curl ${url}`, 3],
  ])('%s makes %i requests', (command, count) => {
    const result = readCurl(command, () => 'id');
    expect(result.ok && result.drafts).toHaveLength(count);
  });
});

describe('the table of options', () => {
  it('names each option once, under its own name', () => {
    expect(new Set(curlOptionNames).size).toBe(curlOptionNames.length);
    expect(curlOptionNames.filter((name) => optionNamed(name)?.option.name !== name)).toEqual([]);
  });

  it.each([
    ['sil', 'silent', true],
    ['no-insecure', 'insecure', false],
    ['no-buffer', 'no-buffer', true],
  ])('--%s means %s', (typed, name, on) => {
    expect(optionNamed(typed)).toMatchObject({ option: { name }, on });
  });

  it.each(['da', 'xyz', 'no-header'])('--%s means nothing', (typed) => {
    expect(optionNamed(typed)).toBeUndefined();
  });
});
