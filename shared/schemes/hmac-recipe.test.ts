import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { bytesToByteString, utf8Bytes } from '../exchange/bytes.ts';
import { valueOf } from '../exchange/fields.ts';
import { bareRequest, sentRequests } from './drive.test-support.ts';
import { parseRecipe } from './hmac-recipe/text.ts';
import { hmacRecipe } from './hmac-recipe.ts';
import { bundledRecipes, exampleRecipe } from './hmac-recipe/recipes.ts';
import { FlowStopped, type OpenSettings, type OutgoingRequest, type SchemeEnv } from './scheme.ts';

const at = (nowMs: number): SchemeEnv => ({ ...stillWorld, nowMs: () => nowMs });
const settingsOf = (given: OpenSettings) => hmacRecipe.settings.parse(given);

const sent = (given: OpenSettings, request: OutgoingRequest, nowMs = 1_700_000_000_123): OutgoingRequest => {
  const [only] = sentRequests(hmacRecipe.flow(request, settingsOf(given), at(nowMs)));
  if (only === undefined) throw new Error('nothing is sent');
  return only;
};
const form = (text: string) => ({ kind: 'bytes', bytes: utf8Bytes(text) }) as const;
const bodyOf = ({ body }: OutgoingRequest): string =>
  body.kind === 'bytes' ? bytesToByteString(body.bytes) : '';
const toSign = ({ xray }: OutgoingRequest): string | undefined =>
  xray?.parts.find(({ kind }) => kind === 'to-sign')?.text;

/** Each with what its vendor publishes as an example. */
describe('bundled recipes', () => {
  const binance = {
    api: 'binance',
    key: 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A',
    secret: 'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j',
  };
  const order = 'symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000';

  test('Binance, the example of its documentation', () => {
    const request = bareRequest({ method: 'POST', url: `https://api.binance.com/api/v3/order?${order}` });
    const signed = sent(binance, request, 1_499_827_319_559);
    expect(signed.url).toBe(
      `${request.url}&timestamp=1499827319559&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71`,
    );
    expect(valueOf(signed.fields, 'X-MBX-APIKEY')).toBe(binance.key);
  });

  test('Binance, a timestamp that was typed', () => {
    const url = `https://api.binance.com/api/v3/order?${order}&timestamp=1499827319559`;
    expect(sent(binance, bareRequest({ url })).url).toBe(
      `${url}&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71`,
    );
  });

  const kraken = {
    api: 'kraken',
    key: 'k',
    secret: 'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==',
  };
  const apiSign = '4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==';
  const addOrder = 'ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25';
  const url = 'https://api.kraken.com/0/private/AddOrder';

  test('Kraken, the example of its documentation', () => {
    const request = bareRequest({ method: 'POST', url, body: form(`nonce=1616492376594&${addOrder}`) });
    const signed = sent(kraken, request);
    expect(valueOf(signed.fields, 'API-Sign')).toBe(apiSign);
    expect(valueOf(signed.fields, 'API-Key')).toBe('k');
    expect(signed.body).toEqual(request.body);
  });

  test('Kraken, its nonce filled in', () => {
    const length = { name: 'Content-Length', value: String(addOrder.length) };
    const request = bareRequest({ method: 'POST', url, body: form(addOrder), fields: [length] });
    const signed = sent(kraken, request, 1_616_492_376_594);
    expect(bodyOf(signed)).toBe(`nonce=1616492376594&${addOrder}`);
    expect(valueOf(signed.fields, 'Content-Length')).toBe(String(bodyOf(signed).length));
    expect(valueOf(signed.fields, 'API-Sign')).toBe(apiSign);
    const empty = sent(kraken, bareRequest({ method: 'POST', url }), 5);
    expect(bodyOf(empty)).toBe('nonce=5');
    expect(valueOf(empty.fields, 'Content-Type')).toBe('application/x-www-form-urlencoded');
  });

  test.each([
    ['coinbase', { secret: Buffer.from('some key').toString('base64'), passphrase: 'pass' }, 'base64'],
    ['coinbase-legacy', { secret: 'some key' }, 'hex'],
  ] as const)('%s, computed independently', (api, given, encoding) => {
    const body = '{"price":"1.0","size":"1.0","side":"buy","product_id":"BTC-USD"}';
    const request = bareRequest({
      method: 'POST',
      url: 'https://api.coinbase.com/orders?a=b',
      body: form(body),
    });
    const { fields } = sent({ api, key: 'k', ...given }, request);
    expect(valueOf(fields, 'CB-ACCESS-SIGN')).toBe(
      createHmac('sha256', 'some key').update(`1700000000POST/orders?a=b${body}`).digest(encoding),
    );
    expect(valueOf(fields, 'CB-ACCESS-TIMESTAMP')).toBe('1700000000');
    expect(valueOf(fields, 'CB-ACCESS-PASSPHRASE')).toBe(api === 'coinbase' ? 'pass' : undefined);
  });

  test.each([...Object.entries(bundledRecipes), ['the example', exampleRecipe]])(
    '%s can be read',
    (_, text) => {
      expect(parseRecipe(text)).toMatchObject({ ok: true });
    },
  );
});

describe('a recipe of one’s own', () => {
  const own = (...lines: readonly string[]): OpenSettings => ({
    key: 'k',
    secret: 's',
    recipe: [...lines, 'header Sig: {signature}'].join('\n'),
  });
  const request = bareRequest({
    method: 'PUT',
    url: 'https://api.example.com:8443/a%20b?q=%C3%A9&z=1',
    fields: [{ name: 'X-Id', value: '7' }],
    body: form('{"n":5,"t":"x"}'),
  });

  test.each([
    ['sign: {method} {host}{path}', 'PUT api.example.com:8443/a%20b'],
    ['sign: {target}|{query}', '/a%20b?q=%C3%A9&z=1|q=%C3%A9&z=1'],
    ['sign: {seconds},{milliseconds},{iso-time}', '1700000000,1700000000123,2023-11-14T22:13:20.123Z'],
    ['sign: {key}\\n{body}\\t.', 'k\n{"n":5,"t":"x"}\t.'],
    ['sign: {header:x-id}-{form:n}-{form:t}-{param:z}', '7-5-x-1'],
    ['sign: {param:q}', 'é'],
    ['sign: {nonce}', '00000000-0000-4000-8000-000000000000'],
  ])('%s', (line, text) => {
    const signed = sent(own(line), request);
    expect(toSign(signed)).toBe(text);
    expect(valueOf(signed.fields, 'Sig')).toBe(createHmac('sha256', 's').update(text).digest('hex'));
  });

  test.each([
    ['sha-512', 'hex', 'sha512', 'hex'],
    ['sha-1', 'base64', 'sha1', 'base64'],
    ['sha-384', 'base64url', 'sha384', 'base64url'],
    ['md5', 'hex', 'md5', 'hex'],
  ] as const)('%s as %s', (hash, signature, algorithm, encoding) => {
    const signed = sent(own('sign: {path}', `hash: ${hash}`, `signature: ${signature}`), request);
    expect(valueOf(signed.fields, 'Sig')).toBe(createHmac(algorithm, 's').update('/a%20b').digest(encoding));
  });

  test('parts are hashed in turn, and a part may name the one before it', () => {
    const signed = sent(own('part a: sha-256 hex {body}', 'part b: md5 base64 {a}:', 'sign: {b}'), request);
    const a = createHash('sha256').update('{"n":5,"t":"x"}').digest('hex');
    expect(toSign(signed)).toBe(createHash('md5').update(`${a}:`).digest('base64'));
  });

  test('raw bytes are signed as they are, and shown as hex', () => {
    const signed = sent(own('part d: md5 raw {path}', 'sign: {d}'), request);
    const digest = createHash('md5').update('/a%20b').digest();
    expect(valueOf(signed.fields, 'Sig')).toBe(createHmac('sha256', 's').update(digest).digest('hex'));
    expect(toSign(signed)).toBe(`[${digest.toString('hex')}]`);
  });

  test('a secret in hex', () => {
    const signed = sent({ ...own('sign: a', 'secret: hex'), secret: '00ff' }, request);
    expect(valueOf(signed.fields, 'Sig')).toBe(
      createHmac('sha256', Buffer.from('00ff', 'hex')).update('a').digest('hex'),
    );
  });

  test('a typed header stays', () => {
    const typed = { name: 'sig', value: 'mine', origin: { from: 'typed', note: 'you' } } as const;
    expect(sent(own('sign: a'), bareRequest({ fields: [typed] })).fields).toEqual([typed]);
  });

  test('a body in a file is hashed by the host, and cannot be named otherwise', () => {
    const inFile = bareRequest({ body: { kind: 'pieces', pieces: [{ kind: 'file', path: '/f' }] } });
    const flow = (...lines: readonly string[]) => hmacRecipe.flow(inFile, settingsOf(own(...lines)), at(0));
    expect(flow('part d: sha-1 hex {body}', 'sign: {d}').next().value).toMatchObject({
      step: 'hash',
      algorithm: 'sha-1',
    });
    expect(() => flow('sign: {body}').next()).toThrow(FlowStopped);
    expect(() => flow('sign: {body}').next()).toThrow(/lies in a file/);
  });

  test.each([
    ['{header:None}', /no header of that name/],
    ['{param:none}', /no query parameter of that name/],
    ['{form:none}', /body has no field of that name/],
  ])('a part that is missing: %s', (part, message) => {
    const act = () => sent(own(`sign: ${part}`), request);
    expect(act).toThrow(FlowStopped);
    expect(act).toThrow(message);
  });

  test.each<[string, OpenSettings]>([
    ['an empty form', {}],
    ['a recipe that cannot be read', { key: 'k', secret: 's', recipe: 'what' }],
  ])('nothing for %s', (_, given) => expect(sent(given, request)).toEqual(request));

  test('the X-ray holds neither secret nor passphrase', () => {
    const given = { ...own('sign: {passphrase}{path}'), secret: 'top-secret', passphrase: 'open-sesame' };
    const shown = JSON.stringify(sent(given, request).xray);
    expect(shown).not.toContain('top-secret');
    expect(shown).not.toContain('open-sesame');
  });
});

describe('what is wrong with a recipe is said in a sentence', () => {
  const whole = 'sign: {path}\nheader S: {signature}\n';
  test.each([
    ['', /does not say what is signed/],
    ['sign: {path}', /sends the signature nowhere/],
    [`${whole}what is this`, /In line 3 of the recipe there is none of sign, hash/],
    [`${whole}hash: sha-3`, /In line 3 of the recipe "sha-3" is none of md5, sha-1/],
    [`${whole}secret: rot13`, /"rot13" is none of text, base64, hex/],
    [`${whole}signature: raw`, /"raw" is none of hex, base64, base64url/],
    [`${whole}header: x`, /"header" needs a name/],
    [`${whole}part d: sha-256`, /a part is not complete/],
    [`${whole}part d: sha-9 hex {body}`, /"sha-9" is none of/],
    [`${whole}part d: md5 hex {d}`, /names \{d\}/],
    [`${whole}part d: md5 hex {constructor}`, /names \{constructor\}/],
    ['sign: {paht}\nheader S: {signature}', /names \{paht\}/],
    ['sign: {signature}\nheader S: {signature}', /names \{signature\}/],
  ])('%j', (text, problem) => {
    const parsed = parseRecipe(text);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
    const said = hmacRecipe.problem?.(settingsOf({ key: 'k', secret: 's', recipe: text }));
    expect(said).toMatch(problem);
    expect(hmacRecipe.problem?.(settingsOf({ recipe: text }))).toBeUndefined();
  });

  test.each<[OpenSettings, RegExp | undefined]>([
    [{ api: 'kraken', key: 'k', secret: 'no base64!' }, /not Base64/],
    [{ api: 'binance', key: 'k' }, /secret is missing/],
    [{ api: 'binance', key: 'k', secret: 's', recipe: 'unused' }, undefined],
    [{ key: 'k', secret: 'xyz', recipe: `${whole}secret: hex` }, /not hex/],
  ])('%j', (given, problem) => {
    const said = hmacRecipe.problem?.(settingsOf(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });

  test('no text makes it throw', () => {
    const words = fc.constantFrom(
      'sign',
      'part',
      'header',
      ' ',
      ':',
      'x',
      '{',
      '}',
      '\n',
      'sha-256',
      'hex',
      '#',
    );
    fc.assert(
      fc.property(fc.string({ unit: words }), (text) => {
        expect(() => parseRecipe(text)).not.toThrow();
      }),
    );
  });
});
