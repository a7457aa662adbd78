import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCurl } from '../import/curl.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import { exportCurl } from './curl.ts';
import { fieldsOf, RealCurl, shells, withOurBoundary } from './real-curl.test-support.ts';

let real: RealCurl;
beforeAll(async () => {
  real = await RealCurl.open();
});
afterAll(() => real.close());

/** Runs the exported command and expects the request of the engine, byte for byte, from every shell. */
const expectSame = async (draft: Draft): Promise<string> => {
  const { got, built, command } = await real.deliver(draft);
  const { method, url } = built.request;
  const wanted = {
    method,
    target: url.replace(/^http:\/\/[^/]*/, ''),
    fields: fieldsOf(built.request),
    body: real.bodyOf(built.request),
  };
  expect(got.map((one) => ({ ...one, fields: fieldsOf(one) }))).toEqual(shells.map(() => wanted));
  return command;
};

const typed = (...lines: readonly string[]): Draft['fields'] =>
  lines.map((line) => ({
    name: line.slice(0, line.indexOf(':')),
    value: line.slice(line.indexOf(':') + 1).trim(),
    on: true,
  }));

const text = (value: string, contentType = 'text/plain'): Draft['body'] => ({
  kind: 'text',
  text: value,
  contentType,
});
const bytes = (...values: readonly number[]): Draft['body'] => ({
  kind: 'bytes',
  base64: Buffer.from(values).toString('base64'),
  contentType: 'application/octet-stream',
});

const torture = String.raw`' " \ $HOME $(id) ${'`id`'} ! !! # & | ; < > * ? [a] {b} ~ % %s %n é 測 😀 ''' \' \n`;

describe.skipIf(shells.length === 0)(
  'run by a real shell and curl, the exported command sends the same request',
  () => {
    it.each<[string, () => Draft]>([
      ['a plain GET', () => real.draftTo('/')],
      ['a query', () => real.draftTo('/a/b?x=1&y=%20&z')],
      ['what curl would take for patterns', () => real.draftTo('/a[1-3]/{b,c}?d[]=1')],
      ['dot segments', () => real.draftTo('/a/../b/./c')],
      ['odd characters in the address', () => real.draftTo(`/a'b"c$d\`e;f|g<h>i!j*k(l)~?m=%25&n=#`)],
      ['HEAD', () => real.draftTo('/', { method: 'HEAD' })],
      ['DELETE', () => real.draftTo('/', { method: 'DELETE' })],
      ['a method of one’s own', () => real.draftTo('/', { method: 'pUrGe!' })],
      ['POST without a body', () => real.draftTo('/', { method: 'POST' })],
      ['GET with a body', () => real.draftTo('/', { body: text('x') })],
      ['PUT with a body', () => real.draftTo('/', { method: 'PUT', body: text('x') })],
      [
        'no default field',
        () => real.draftTo('/', { fieldsOff: ['user-agent', 'accept', 'accept-encoding'] }),
      ],
      [
        'typed Host, Accept and User-Agent',
        () => real.draftTo('/', { fields: typed('Host: other.example', 'accept: */*', 'User-Agent: x') }),
      ],
      ['fields of one name', () => real.draftTo('/', { fields: typed('X-A: 1', 'x-a: 2', 'X-A: 1') })],
      ['an empty field', () => real.draftTo('/', { fields: typed('X-Empty:') })],
      ['torture in a field', () => real.draftTo('/', { fields: typed(`X-T: ${torture}`) })],
      ['a tab in a field', () => real.draftTo('/', { fields: typed('X-T: a\tb') })],
      ['torture in a body', () => real.draftTo('/', { method: 'POST', body: text(torture) })],
      ['lines in a body', () => real.draftTo('/', { method: 'POST', body: text('\na\r\nb\n\n') })],
      [
        'a body that looks like a file',
        () => real.draftTo('/', { method: 'POST', body: text('@/etc/hosts') }),
      ],
      ['a body that looks like an option', () => real.draftTo('/', { method: 'POST', body: text('-X') })],
      ['an empty text', () => real.draftTo('/', { method: 'POST', body: text('') })],
      ['JSON', () => real.draftTo('/', { method: 'POST', body: text('{"a":"it\'s"}', 'application/json') })],
      ['no Content-Type', () => real.draftTo('/', { method: 'POST', body: text('x', '') })],
      [
        'a form',
        () =>
          real.draftTo('/', {
            method: 'POST',
            body: { kind: 'form', fields: [{ name: 'a b', value: "1&2='", on: true }] },
          }),
      ],
      [
        'every byte',
        () =>
          real.draftTo('/', { method: 'POST', body: bytes(...Array.from({ length: 256 }, (_, at) => at)) }),
      ],
      ['NUL and line ends last', () => real.draftTo('/', { method: 'POST', body: bytes(0, 10, 10) })],
      [
        '200 KB of text',
        () => real.draftTo('/', { method: 'POST', body: text("it's % \\ \n".repeat(20_000)) }),
      ],
      ['2 MB of text', () => real.draftTo('/', { method: 'PUT', body: text('0123456789'.repeat(200_000)) })],
      [
        'a user in the address',
        () => ({ ...real.draftTo('/'), url: `${real.origin.replace('//', '//al%20ice:s@')}/` }),
      ],
      ['a changed content length is curl’s', () => real.draftTo('/', { method: 'POST', body: text('é') })],
    ])('%s', async (_, draft) => {
      await expectSame(draft());
    });

    const own = (scheme: string, settings: SchemeSettings): Draft =>
      real.draftTo('/me?x=1', { auth: { kind: 'own', scheme, settings } });
    it.each<[string, string, SchemeSettings]>([
      ['Basic', 'basic', { username: 'alice', password: { plain: torture }, charset: 'utf-8' }],
      ['Basic, UTF-8', 'basic', { username: 'älice', password: { plain: 'päss€' }, charset: 'utf-8' }],
      [
        'Basic, Latin-1',
        'basic',
        { username: 'älice', password: { plain: 'pässword' }, charset: 'iso-8859-1' },
      ],
      ['Basic, no password', 'basic', { username: 'alice', password: { plain: '' }, charset: 'utf-8' }],
      ['Bearer', 'bearer', { token: { plain: 'abc.def-ghi_~+/==' }, prefix: 'Bearer' }],
      ['Bearer, own prefix', 'bearer', { token: { plain: "it's" }, prefix: 'Token' }],
      ['API key in a header', 'api-key', { name: 'X-API-Key', value: { plain: "k '`$1" }, place: 'header' }],
      ['API key in the query', 'api-key', { name: 'api_key', value: { plain: "k&=' ü[]" }, place: 'query' }],
      ['API key in a cookie', 'api-key', { name: 'key', value: { plain: "k'1" }, place: 'cookie' }],
      [
        'OAuth 2.0',
        'oauth2',
        { grant: 'client-credentials', clientId: 'c', tokenEndpoint: 'http://127.0.0.1/t' },
      ],
    ])('%s', async (_, scheme, settings) => {
      await expectSame(own(scheme, settings));
    });

    it('a file, and one with an odd name', async () => {
      for (const path of ['file.txt', "it's a $file;.bin"]) {
        await real.putFile(path, 'content of the file\n');
        await expectSame(
          real.draftTo('/', { method: 'POST', body: { kind: 'file', path, contentType: 'text/plain' } }),
        );
      }
    });

    it('a multipart body with a boundary of one’s own, byte for byte', async () => {
      await real.putFile('a.bin', 'binary\n');
      const parts = [
        { name: 'a=b', on: true, value: torture },
        { name: 'f', on: true, file: 'a.bin' },
      ];
      const command = await expectSame(
        real.draftTo('/', {
          method: 'POST',
          body: { kind: 'multipart', parts },
          fields: typed('Content-Type: multipart/form-data; boundary=XyZ'),
        }),
      );
      expect(command).toContain('cat -- a.bin');
    });

    it('a multipart body, with curl’s boundary', async () => {
      await real.putFile('it"s.txt', 'content\n');
      const parts = [
        { name: 'plain', on: true, value: `@;type=x ${torture}` },
        { name: 'typed', on: true, value: '{"a":"\\"b;c"}', contentType: 'application/json' },
        { name: 'file', on: true, file: 'it"s.txt', fileName: 'ü "x".txt' },
        { name: 'off', on: false, value: 'x' },
      ];
      const { got, built, command } = await real.deliver(
        real.draftTo('/', { method: 'POST', body: { kind: 'multipart', parts } }),
      );
      expect(command).toContain('--form-string');
      expect(got.map(withOurBoundary)).toEqual(shells.map(() => real.bodyOf(built.request)));
    });

    it('what was exported is imported as the same request', async () => {
      const draft = real.draftTo('/a?b=[1]', { method: 'PUT', body: text(torture), fields: typed('X-T: ü') });
      const { source, request } = real.build(draft);
      const read = readCurl(exportCurl(source, { secrets: 'included' }).command, () => 'id');
      if (!read.ok || read.drafts[0] === undefined) throw new Error('not read');
      const again = real.build(read.drafts[0]).request;
      expect({ ...again, fields: fieldsOf(again) }).toEqual({ ...request, fields: fieldsOf(request) });
    });
  },
);
