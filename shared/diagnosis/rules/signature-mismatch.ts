import { anyOf } from '../any-of.ts';
import { comesBack } from '../facts/callback.ts';
import { type Facts, requestValue, theServer } from '../facts.ts';
import { otherThanClaimed } from '../facts/claimed-request.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import type { SignedAlike } from '../facts/signed-alike.ts';
import { signedAlikeBefore } from '../facts/signed-alike.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

/** What the answer to a signed request may call the signature. */
const hashRefused =
  /(?:invalid|incorrect|wrong|bad) (?:hash|mac|digest|hmac)\b|\b(?:hash|mac|digest|hmac)\b[^.;]{0,20}(?:mismatch|invalid|incorrect|(?:does|did) not match|not valid|verification failed)/i;

/** The client signed a token for this request alone, and names another request in it. */
const signedForAnother = (facts: Facts) => {
  const named = otherThanClaimed(facts);
  if (named === undefined || facts.token === undefined) return undefined;
  const { claim, value, differs, earlier } = named;
  const place = claimPlace(facts.token, claim);
  return support(
    earlier === undefined
      ? [weigh(STATED, `The token’s claim ${claim} is “${value}”; another ${differs} was requested`, place)]
      : [
          weigh(SUGGESTED, `The token’s claim ${claim} holds the query too: “${value}”`, place),
          weigh(HINTED, 'A token of this kind whose claim held the path alone was accepted', {
            in: 'field',
            exchange: earlier,
            side: 'request',
            name: 'Authorization',
          }),
        ],
    {
      title:
        earlier === undefined
          ? `The token was signed for a request with another ${differs}`
          : 'The token was signed for the path with its query',
      explanation: `The client signs a token for each request and names method, host and path in its claim ${claim}. The server forms the same text from the request that arrives and compares. Most leave the query out of it; a path that a proxy or a client library changes afterwards does not match either.`,
      remedies: [{ id: 'fill-credentials' }, { id: 'retry' }, { id: 'report' }],
    },
  );
};

/** S3's own words for a request that the client did not sign: something in front signs for it. */
const signedInFront = (facts: Facts): boolean =>
  facts.credentials.length === 0 && /\bSignatureDoesNotMatch\b/.test(facts.said);

/** The very address carries its signature and was accepted with another method. */
const passedByAnotherMethod = (
  facts: Facts,
): { readonly index: number; readonly was: string } | undefined => {
  const { method, url } = facts.exchange.request;
  const signed = facts.credentials.some(
    ({ in: where, name }) => where === 'query' && /signature$|^sig$/i.test(name),
  );
  const found = signed
    ? facts.earlier.findLast(
        ({ accepted, exchange: { request } }) => accepted && request.url === url && request.method !== method,
      )
    : undefined;
  return found === undefined ? undefined : { index: found.index, was: found.exchange.request.method };
};

/** Nobody says what was wrong. */
const wordless = ({ readings }: Facts): boolean => readings.every(({ weight }) => weight < TOLD);

const parts = {
  query: 'This one has another query, which the signature must cover',
  path: 'This one has another path, which the signature must cover',
  method: 'This one has another method, which the signature must cover',
} as const;

/** The same key signed a request that was accepted: its secret is right. */
const differently = (facts: Facts, { index, differs }: SignedAlike) =>
  support(
    [
      weigh(STATED, 'A request that the same key signed was accepted', { in: 'status', exchange: index }),
      differs !== undefined && weigh(HINTED, parts[differs], { in: 'url', exchange: facts.index }),
    ],
    {
      title: 'The same key signed a request that passed; the signature of this one does not match',
      explanation:
        'Key and secret are right, for another request that they signed was accepted. What differs between the two is not signed as the server reads it: parameters that were left out or encoded twice, a sorting, a body. Compare the texts that were signed.',
      remedies: [{ id: 'retry' }, { id: 'report' }],
    },
  );

/** The request's signature does not match what the server computes (SigV4, OAuth 1.0a, Hawk, HMAC, RFC 9421). */
export const signatureMismatch = defineRule({
  cause: 'signature-mismatch',
  references: ['RFC 5849 §3.4', 'RFC 9421 §3.2', 'AWS Signature Version 4'],
  phrases: [
    {
      says: /\b(?:hmac|mac|digest|checksum|request hash|message authentication code)\b[^.;]{0,16}\b(?:validation|verification|check|comparison)? ?(?:failed|failure|mismatch|invalid|wrong|incorrect|does not match|error)/i,
      unless: /jwt|id token|access token|digest auth/i,
      weight: STATED,
    },
    {
      says: anyOf({
        SignatureDoesNotMatch: /SignatureDoesNotMatch/i,
        'signature is invalid': /signature[_ ](?:is )?(?:invalid|mismatch)/i,
        InvalidSignature: /InvalidSignature/i,
        INVALID_SIGNATURE: /invalid[_ ](?:request |method |api |hmac |oauth[_ ])?signature/i,
        'Signature did not match.': /signature[^.;]{0,40}\b(?:does ?n[o']?t|did not|do not) match/i,
        'bad signature': /bad signature/i,
        'Bad request signature': /(?:request|oauth|hmac|provided|computed|calculated)[ _]signature/i,
        'verification failed for': /verification failed for/i,
        'Signature verification failed': /signature verification/i,
        'signature we calculated': /signature we calculated/i,
        'HMAC signature cannot': /hmac (?:signature )?(?:does not|invalid|mismatch|cannot)/i,
        'AuthenticationFailed: the signature': /AuthenticationFailed[^.]*signature/i,
        'EAPI:Invalid signature': /EAPI:Invalid signature/i,
        'headers present in the request which were not signed':
          /headers? present in the request which were not signed/i,
        'sign error': /sign(?:ing)? error/i,
        'Signature for this request is not valid.': /Signature for this request is not valid/i,
        'checksum does not match': /checksum (?:does not|mismatch)/i,
        'sign invalid': /\bsign(?:ature)? (?:is )?(?:invalid|incorrect|wrong|mismatch)\b/i,
        'Invalid Sign': /\b(?:invalid|wrong|incorrect) sign\b/i,
        'could not verify the signature': /(?:could|can) ?not verify (?:the |your )?(?:request )?signature/i,
        'Unable to verify signature': /(?:unable|failed) to verify (?:the |your )?(?:request )?signature/i,
        'The signature does not match': /signatures? do(?:es)? not match/i,
        'No signatures found matching': /no signatures? found matching/i,
        'Invalid signature': /(?:invalid|bad|wrong|incorrect) (?:\w+ )?signature/i,
        'Signature not valid.':
          /signature[^.;]{0,40}\b(?:invalid|incorrect|wrong|not (?:valid|correct)|(?:verification|validation|check) (?:has )?failed|could not be verified)/i,
        'HMAC validation failed': /\bhmac\b[^.;]{0,24}(?:failed|invalid|mismatch|incorrect)/i,
        'string to sign': /(?:payload|string)[- ]to[- ]sign/i,
        'signature does not conform': /signature does not conform/i,
        XAmzContentSHA256Mismatch: /XAmzContentSHA256Mismatch/i,
        'bad mac': /\bbad mac\b/i,
      }),
      unless: /access key/i,
      weight: STATED,
    },
    {
      says: /AuthenticationFailed|Make sure the value of Authorization header is formed correctly including the signature/i,
      weight: HINTED,
    },
  ],
  examine(facts, heard) {
    const { kind } = facts.signing;
    const alike =
      facts.status === 401 && heard.length === 0 && wordless(facts) ? signedAlikeBefore(facts) : undefined;
    if (alike !== undefined) return differently(facts, alike);
    const method = facts.status === 403 || facts.status === 401 ? passedByAnotherMethod(facts) : undefined;
    if (method !== undefined)
      return support(
        [
          ...heard,
          weigh(STATED, `The same signed address passed with ${method.was}`, {
            in: 'status',
            exchange: method.index,
          }),
          weigh(SUGGESTED, `${facts.exchange.request.method} is another method than was signed`, {
            in: 'url',
            exchange: facts.index,
          }),
        ],
        {
          title: `The address was signed for ${method.was}, not for ${facts.exchange.request.method}`,
          explanation:
            'A signature of an address covers the method. What was signed for a download is no permission for an upload, and not for a look at the head either. Ask for an address signed for this method.',
          remedies: [{ id: 'report' }],
        },
      );
    const knownOf = heard.some(({ explanation }) => explanation !== undefined);
    // Payment gateways sign a member of the body, which carries everything that proves who asks.
    const inBody =
      !comesBack(facts) &&
      facts.exchange.request.method === 'POST' &&
      facts.credentials.length === 0 &&
      !facts.tokenRequest;
    const hashed =
      heard.length === 0 && facts.signing.kind !== undefined ? saidOf(facts, hashRefused) : undefined;
    const told =
      hashed === undefined
        ? heard
        : [{ weight: STATED, evidence: statementEvidence(facts, hashed.statement, hashed.match[0]) }];
    if (
      told.length === 0 ||
      (kind === undefined &&
        !inBody &&
        !knownOf &&
        !signedInFront(facts) &&
        facts.exchange.request.unseen !== true)
    )
      return signedForAnother(facts);
    const type = requestValue(facts, 'Content-Type');
    const unsignedType =
      type !== undefined &&
      facts.authorization === undefined &&
      /[?&](Signature|X-Amz-Signature)=/i.test(facts.exchange.request.url);
    const fresh = facts.clocks.offset !== undefined && Math.abs(facts.clocks.offset) < 60;
    return support(
      [
        ...told,
        kind !== undefined &&
          weigh(
            SUGGESTED,
            `The request is signed (${kind})`,
            facts.authorization?.place ?? { in: 'url', exchange: facts.index },
          ),
        unsignedType &&
          weigh(HINTED, `Content-Type ${type} was sent with a presigned address`, {
            in: 'field',
            exchange: facts.index,
            side: 'request',
            name: 'Content-Type',
          }),
        fresh && weigh(TOLD / 4, 'The clocks agree', { in: 'timing', exchange: facts.index }),
      ],
      {
        title: inItsWords(
          `${theServer(facts)} computes another ${kind === undefined ? 'signature' : `${kind.replace(/ signature$/, '')} signature`} than was sent`,
          heard,
          facts,
        ),
        explanation:
          'Client and server both sign a text made of method, host, path, query, some fields and the body. One differing byte is enough: a path that a proxy rewrites, an unsigned Content-Type, another encoding of spaces or slashes, a changed body, or the wrong secret. Where the answer shows the text that the server signed, compare it line by line.',
        remedies: [{ id: 'fill-credentials' }, { id: 'retry' }, { id: 'report' }],
      },
    );
  },
});
