import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Body, ReceivedResponse, Xray } from '../exchange/exchange.ts';
import { echoesIn } from './echoes.ts';
import { expectedTexts } from './expected.ts';

const answer = (body: Body | string): ReceivedResponse => ({
  status: 403,
  reason: 'Forbidden',
  httpVersion: 'HTTP/1.1',
  fields: [],
  body: typeof body === 'string' ? { kind: 'text', text: body, size: body.length } : body,
});

const canonical = 'GET\n/a\nb=1&c=2\nhost:h\n\nhost\ne3b0';
const toSign = 'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/s3/aws4_request\nabcd';
const xray = (...parts: Xray['parts']): Xray => ({
  scheme: 'test',
  parts: [{ kind: 'input', label: 'key', text: 'k' }, ...parts],
});
const aws = xray(
  { kind: 'canonical', label: 'canonical request', text: canonical },
  { kind: 'to-sign', label: 'string to sign', text: toSign },
);
const baseString = 'GET&http%3A%2F%2Fh%2Fp&a%3D1';
const oauth = xray({ kind: 'to-sign', label: 'signature base string', text: baseString });
const azureText = "GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:d'ate\nx-ms-version:2015-02-21\n/a/c";
const azure = xray({ kind: 'to-sign', label: 'string to sign', text: azureText });

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
const s3 = (request: string, signed: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>SignatureDoesNotMatch</Code>` +
  `<StringToSign>${xml(signed)}</StringToSign><SignatureProvided>0</SignatureProvided>` +
  `<StringToSignBytes>41 57</StringToSignBytes><CanonicalRequest>${xml(request)}</CanonicalRequest></Error>`;
const sentence = (request: string, signed: string): string =>
  'The request signature we calculated does not match the signature you provided.\n\n' +
  `The Canonical String for this request should have been\n'${request}'\n\n` +
  `The String-to-Sign should have been\n'${signed}'\n`;
const azureSays = (signed: string): string =>
  "The MAC signature found in the HTTP request 'abc=' is not the same as any computed signature. " +
  `Server used following string to sign: '${signed}'.`;

describe('what the server expected', () => {
  test.each<[string, Xray, string, readonly (number | undefined)[]]>([
    ['S3, the same', aws, s3(canonical, toSign), [undefined, undefined]],
    ['S3, another query', aws, s3(canonical.replace('b=1', 'b=2'), toSign), [9, undefined]],
    [
      'S3, another hash',
      aws,
      s3(canonical, toSign.replace('abcd', 'abce')),
      [undefined, toSign.indexOf('abcd') + 3],
    ],
    [
      'S3, line breaks as entities',
      aws,
      s3(canonical, toSign).replace('GET\n', 'GET&#xA;'),
      [undefined, undefined],
    ],
    ['S3, line breaks of two', aws, s3(canonical.replaceAll('\n', '\r\n'), toSign), [undefined, undefined]],
    [
      'IAM, XML',
      aws,
      `<ErrorResponse><Error><Message>${xml(sentence(canonical, toSign))}</Message></Error></ErrorResponse>`,
      [undefined, undefined],
    ],
    [
      'API Gateway, JSON',
      aws,
      JSON.stringify({ message: sentence(canonical.replace('host:h', 'host:i'), toSign) }),
      [20, undefined],
    ],
    ['members of JSON', aws, JSON.stringify({ Error: { StringToSign: toSign } }), [undefined]],
    [
      'Azure, XML',
      azure,
      `\uFEFF<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>${xml(azureSays(azureText))}</AuthenticationErrorDetail></Error>`,
      [undefined],
    ],
    [
      'Azure, JSON',
      azure,
      JSON.stringify({ error: { detail: azureSays(azureText.replace('2015', '2016')) } }),
      [azureText.indexOf('2015') + 3],
    ],
    [
      'problem reporting',
      oauth,
      `oauth_problem=signature_invalid&debug_sbs=${encodeURIComponent(baseString)}`,
      [undefined],
    ],
    ['OAuth, a sentence', oauth, `Invalid signature. Expected signature base string: ${baseString}2`, [28]],
  ])('%s', (_, sent, body, differences) => {
    const found = expectedTexts(sent, answer(body));
    expect(found.map(({ firstDifference }) => firstDifference)).toEqual(differences);
    for (const { ours, theirs, firstDifference } of found) {
      if (firstDifference === undefined) expect(theirs).toBe(ours);
      else expect(theirs.slice(0, firstDifference)).toBe(ours.slice(0, firstDifference));
    }
  });

  test.each<[string, Xray, Body | string]>([
    ['another refusal', aws, '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'],
    ['an empty element', aws, '<Error><StringToSign></StringToSign></Error>'],
    ['no body', aws, { kind: 'none' }],
    ['bytes', aws, { kind: 'bytes', base64: '', size: 0 }],
    ['a file without a beginning', aws, { kind: 'file', id: 'x', size: 9 }],
    ['an X-ray without such a part', xray(), s3(canonical, toSign)],
    ['broken JSON', aws, '{"StringToSign":'],
    ['a page', aws, '<!doctype html><p>string to sign</p>'],
    ['talk of a base string', oauth, 'The signature base string is wrong.'],
  ])('nothing: %s', (_, sent, body) => expect(expectedTexts(sent, answer(body))).toEqual([]));

  test('of several texts that were signed it is the one that begins like the echo', () => {
    const chunk = 'AWS4-HMAC-SHA256-PAYLOAD\n20260820T120000Z\nscope\n8ca523f5••••••••';
    const sent = xray(
      { kind: 'to-sign', label: 'request', text: toSign },
      { kind: 'to-sign', label: 'chunk', text: chunk },
    );
    const found = (echo: string) =>
      expectedTexts(sent, answer(s3(canonical, echo))).map(({ label, theirs }) => [label, theirs]);
    expect(found(toSign)).toEqual([['request', toSign]]);
    expect(found(chunk.replace(/8ca.*$/, '8ca523f5e9506fed'))).toEqual([['chunk', chunk]]);
  });

  test('the beginning of a long answer is enough', () => {
    const body: Body = { kind: 'file', id: 'x', size: 9_000_000, head: s3(canonical, toSign) };
    expect(expectedTexts(aws, answer(body))).toHaveLength(2);
  });

  test('a secret that is dotted in ours is dotted in theirs', () => {
    const text = 'GET\n/\nX-Amz-Security-Token=••••••••&a=1\nx-amz-security-token:••••••••\nx:1';
    const sent = xray({ kind: 'canonical', label: 'canonical request', text, masked: true });
    const echoed = 'GET\n/\nX-Amz-Security-Token=to%2Fk&a=1\nx-amz-security-token:to/k==\nx:2';
    const [found] = expectedTexts(sent, answer(s3(echoed, toSign)));
    expect(found?.theirs).toBe(text.replace('x:1', 'x:2'));
    expect(found?.firstDifference).toBe(text.length - 1);
  });

  test('a text that ends early differs at its end', () => {
    const [found] = expectedTexts(oauth, answer(`base string: ${baseString.slice(0, -1)}`));
    expect(found?.firstDifference).toBe(baseString.length - 1);
  });
});

test('no answer makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '&', '#x', ';', '{', '"', ':', '=', "'") }),
      (text) => {
        expect(Array.isArray(echoesIn(text))).toBe(true);
      },
    ),
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(Array.isArray(echoesIn(text))).toBe(true);
    }),
  );
});
