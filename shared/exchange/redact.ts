import { formDecoded, percentDecoded } from './percent.ts';
import { pathSecretSpan } from './path-secret.ts';
import { hidesField, hidesMember, hidesParam } from './secret-names.ts';
import type { Span } from '../http-auth/auth.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import type { Attempt, Body, Exchange, Field, ReceivedResponse, SentRequest, Xray } from './exchange.ts';
import { sameName } from './fields.ts';

/**
 * The one gate through which anything with secrets leaves: the screen, history, reports, exports. What counts as a
 * secret is decided here and in `secret-names.ts`, and nowhere else.
 */

/** A fixed number of dots, since the length is a secret too. `tail` adds the last two characters of long values. */
export const maskSecret = (secret: string, tail = true): string =>
  `••••••••${tail && secret.length >= 12 ? secret.slice(-2) : ''}`;

/** A value that is only a variable or a visible placeholder hides nothing, and hiding it would hide the fault. */
const isPlaceholder = (value: string): boolean =>
  /^\s*(?:|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$[A-Z_]+|<[^<>]*>|%[A-Z_]+%|undefined|null|none|nil|nan|\[object object\]|your[-_ ].*)\s*$/i.test(
    value,
  );

const span = (start: number, text: string): readonly Span[] =>
  isPlaceholder(text) ? [] : [{ start, end: start + text.length }];

/** Spans within a field's value that must not be shown; empty where nothing is secret. */
export const secretSpans = (field: Field): readonly Span[] => {
  const { name, value } = field;
  if (/^(?:(?:proxy-)?authori[sz]ation|authentication|x-wsse)$/i.test(name)) return authorizationSpans(value);
  if (sameName(name, 'Cookie')) return cookieSpans(value);
  if (sameName(name, 'Set-Cookie')) return cookieSpans(value.split(';', 1)[0] ?? '');
  if (/^(?:location|referer|content-location|:path)$/i.test(name)) return urlSpans(value);
  return hidesField(name, value.trim()) ? trimmed(0, value) : tokenSpans(value);
};

const trimmed = (offset: number, text: string): readonly Span[] => {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  return span(offset + lead, text.trim());
};

/** Digest's open parameters stay readable: they are what a person compares. */
const secretAuthParam =
  /^(?:response|signature|oauth_signature|oauth_token|oauth_verifier|mac|sig|passworddigest|token|credential)$/;

/** A word that stands alone is a scheme with nothing behind it, or a bare token. */
const knownScheme =
  /^(?:basic|bearer|digest|dpop|hawk|hoba|mutual|negotiate|ntlm|oauth|token|apikey|bot|aws4-hmac-sha256)?$/;

const authorizationSpans = (value: string): readonly Span[] => {
  const { scheme, rest, restSpan, params } = parseCredentials(value);
  if (params.length > 0) {
    return params.filter((p) => secretAuthParam.test(p.name)).map((p) => spanOfParamValue(value, p.span));
  }
  if (rest === '' && !knownScheme.test(scheme)) return trimmed(0, value);
  const doubled = /^(?:(?:bearer|basic|token)\s+)+/i.exec(rest)?.[0].length ?? 0;
  return scheme === '' ? trimmed(0, value) : span(restSpan.start + doubled, rest.slice(doubled));
};

const spanOfParamValue = (text: string, whole: Span): Span => {
  const equals = text.indexOf('=', whole.start);
  const piece = text.slice(equals + 1, whole.end);
  const lead = /^\s*"?/.exec(piece)?.[0].length ?? 0;
  const start = equals + 1 + lead;
  return { start, end: Math.max(start, whole.end - (piece.endsWith('"') ? 1 : 0)) };
};

const cookieSpans = (value: string): readonly Span[] =>
  pieces(value, /[^;]+/g).flatMap(({ text, at }) => {
    const equals = text.indexOf('=');
    return equals < 0 ? [] : trimmed(at + equals + 1, text.slice(equals + 1));
  });

/** Password of the userinfo, a token in the path, secret query values, and tokens in a fragment. */
export const urlSpans = (url: string): readonly Span[] => {
  const userinfo = /^[a-z][a-z0-9+.-]*:\/\/([^/?#@]*)@/i.exec(url);
  const colon = userinfo === null ? -1 : url.indexOf(':', url.indexOf('//'));
  const at = userinfo === null ? -1 : url.indexOf('@');
  const inUserinfo = colon > 0 && colon < at ? span(colon + 1, url.slice(colon + 1, at)) : [];
  const inPath = pathSecretSpan(url);
  const query = url.search(/[?#]/);
  return [
    ...inUserinfo,
    ...(inPath === undefined ? [] : [inPath]),
    ...(query < 0 ? [] : pairSpans(url.slice(query + 1), query + 1)),
  ];
};

/** Secret values in `name=value&name=value`. */
const pairSpans = (text: string, offset: number): readonly Span[] =>
  pieces(text, /[^&#?]+/g).flatMap((piece) => {
    const equals = piece.text.indexOf('=');
    const name = piece.text.slice(0, equals);
    if (equals <= 0) return [];
    const start = offset + piece.at + equals + 1;
    const value = piece.text.slice(equals + 1);
    return hidesParam(percentDecoded(name), formDecoded(value))
      ? span(start, value)
      : tokenSpans(value, start);
  });

const pieces = (text: string, pattern: RegExp): readonly { readonly text: string; readonly at: number }[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));

const jsonMember = /"((?:[^"\\]|\\.){1,64})"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const xmlElement = /<(?:[\w.-]+:)?([\w.-]{1,64})(?:\s[^<>]*)?>([^<]+)<\//g;
/** What WS-Security and the security token service of AWS call their secrets. */
const secretElement = /^(?:BinarySecurityToken|SecretAccessKey)$/i;
const jwtAnywhere = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)*/g;

/** A JSON Web Token is a secret under any name. */
const tokenSpans = (text: string, offset = 0): readonly Span[] =>
  [...text.matchAll(jwtAnywhere)].map(({ 0: token, index }) => ({
    start: offset + index,
    end: offset + index + token.length,
  }));

/** Secrets in a JSON, XML or form body, and JSON Web Tokens anywhere. An error's `code` is no secret, that of a grant is. */
export const bodySpans = (text: string): readonly Span[] => {
  const isGrant = text.includes('"grant_type"');
  const members = [...text.matchAll(jsonMember)].flatMap((match) => {
    const [whole, name = '', value = ''] = match;
    const start = match.index + whole.length - 1 - value.length;
    return hidesMember(name, value) || (isGrant && name === 'code') ? span(start, value) : [];
  });
  const elements = text.trimStart().startsWith('<')
    ? [...text.matchAll(xmlElement)].flatMap(({ 0: whole, 1: name = '', 2: value = '', index }) =>
        secretElement.test(name) || hidesMember(name, value)
          ? span(index + whole.length - '</'.length - value.length, value)
          : [],
      )
    : [];
  const pairs = /^[^\s{}<>"]+=[^\s{}<>"]*$/.test(text.trim()) ? pairSpans(text, 0) : [];
  return merged([...members, ...elements, ...pairs, ...tokenSpans(text)]);
};

const merged = (spans: readonly Span[]): readonly Span[] => {
  const out: Span[] = [];
  for (const next of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && next.start < last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    else out.push(next);
  }
  return out;
};

/** Replaces the spans by dots. */
const maskSpans = (text: string, spans: readonly Span[], tail = true): string => {
  let out = '';
  let at = 0;
  for (const { start, end } of merged(spans)) {
    out += text.slice(at, start) + maskSecret(text.slice(start, end), tail);
    at = end;
  }
  return out + text.slice(at);
};

/** Last characters help to tell tokens apart; of a password they would be a gift. */
export const showsTail = (field: Field): boolean => !/^\s*basic\s/i.test(field.value);

/** The field's value with its secrets masked. What leaves the app shows no `tail`. */
export const maskField = (field: Field, tail = showsTail(field)): string =>
  maskSpans(field.value, secretSpans(field), tail);

export const maskUrl = (url: string): string => maskSpans(url, urlSpans(url), false);

export const maskText = (text: string, tail = true): string => maskSpans(text, bodySpans(text), tail);

const redactFields = <F extends Field>(fields: readonly F[]): F[] =>
  fields.map((field) => ({ ...field, value: maskField(field) }));

/** Masks a raw head line by line, so that it stays the wire's shape. */
const redactHead = (head: string): string =>
  head
    .split('\r\n')
    .map((line, index) => {
      if (index === 0)
        return line.replace(
          /^(\S+ )(\S+)/,
          (_, method: string, target: string) => `${method}${maskUrl(target)}`,
        );
      const colon = line.indexOf(':');
      if (colon <= 0) return line;
      const lead = /^:\s*/.exec(line.slice(colon))?.[0] ?? ':';
      return `${line.slice(0, colon)}${lead}${maskField({ name: line.slice(0, colon), value: line.slice(colon + lead.length) })}`;
    })
    .join('\r\n');

/** Bytes and files may hold anything: only their size is kept. */
const redactBody = (body: Body): Body => {
  switch (body.kind) {
    case 'none':
      return body;
    case 'text':
      return { kind: 'text', text: maskText(body.text), size: body.size };
    case 'bytes':
      return { kind: 'bytes', base64: '', size: body.size };
    case 'file':
      return { ...body, ...(body.head === undefined ? {} : { head: maskText(body.head) }) };
    default:
      return body satisfies never;
  }
};

const redactRequest = (request: SentRequest): SentRequest => ({
  ...request,
  url: maskUrl(request.url),
  target: maskUrl(request.target),
  fields: redactFields(request.fields),
  ...(request.rawHead === undefined ? {} : { rawHead: redactHead(request.rawHead) }),
  body: redactBody(request.body),
  ...(request.trailers === undefined ? {} : { trailers: redactFields(request.trailers) }),
  ...(request.xray === undefined ? {} : { xray: redactXray(request.xray) }),
});

/** What was made is as secret as in the field that it was sent in; what it was made of, the scheme has masked itself. */
const redactXray = (xray: Xray): Xray => ({
  ...xray,
  parts: xray.parts.map((part) =>
    part.kind === 'result' && part.masked === undefined
      ? { ...part, text: /\s/.test(part.text) ? maskText(part.text) : maskSecret(part.text) }
      : part,
  ),
});

const redactResponse = (response: ReceivedResponse): ReceivedResponse => ({
  ...response,
  fields: redactFields(response.fields),
  ...(response.rawHead === undefined ? {} : { rawHead: redactHead(response.rawHead) }),
  ...(response.interim === undefined
    ? {}
    : { interim: response.interim.map((answer) => ({ ...answer, fields: redactFields(answer.fields) })) }),
  ...(response.trailers === undefined ? {} : { trailers: redactFields(response.trailers) }),
  body: redactBody(response.body),
});

export const redactExchange = (exchange: Exchange): Exchange => {
  const { outcome, redirect } = exchange;
  return {
    ...exchange,
    request: redactRequest(exchange.request),
    outcome:
      outcome.kind === 'answered'
        ? { kind: 'answered', response: redactResponse(outcome.response) }
        : {
            kind: 'failed',
            failure: {
              ...outcome.failure,
              ...(outcome.failure.received === undefined
                ? {}
                : { received: redactHead(outcome.failure.received) }),
            },
          },
    ...(redirect === undefined
      ? {}
      : { redirect: { ...redirect, from: maskUrl(redirect.from), to: maskUrl(redirect.to) } }),
  };
};

export const redactAttempt = (attempt: Attempt): Attempt => ({
  ...attempt,
  exchanges: attempt.exchanges.map(redactExchange),
});
