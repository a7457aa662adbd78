import { parseDictionary, type Dictionary } from 'structured-headers';
import { base64OfBytes, byteStringToBytes, utf8OfBytes } from '../../exchange/bytes.ts';
import { byteStringOfBody } from '../../exchange/body-bytes.ts';
import type { Field, ReceivedResponse, XrayPart } from '../../exchange/exchange.ts';
import { valueOf, valuesOf } from '../../exchange/fields.ts';
import { secretBytes } from '../jose/jws.ts';
import { hash, hmacOf } from '../parts/hashes.ts';
import { FlowStopped, type OutgoingRequest, type SchemeEnv } from '../scheme.ts';
import { joseNames, signatureAlgorithms, type HttpSignatureSettings } from './form.ts';
import { signedRequest, type SignedResponse } from './message.ts';
import { verifySignature } from './verify.ts';

/**
 * Whether the server signed its answer (RFC 9421 §3.2): a part for what it must have signed, and one for the verdict, of
 * each signature that the answer carries; nothing where it carries none.
 */
export const signedAnswer = (
  request: OutgoingRequest,
  response: ReceivedResponse,
  own: HttpSignatureSettings,
  env: SchemeEnv,
): readonly XrayPart[] => {
  const { status, fields, trailers = [] } = response;
  const message: SignedResponse = { status, fields, trailers, request: signedRequest(request) };
  return labelsIn(response).flatMap((label): readonly XrayPart[] => {
    const verdict = (text: string): XrayPart => ({ kind: 'result', label: `answer, ${label}`, text });
    if (!hasServerKey(own)) {
      return [verdict('Not checked: the profile holds no public key of the server.')];
    }
    let problem: string | undefined;
    const verified = verifySignature(message, label, (data, signature, named) => {
      const fits = fitsKey(own, env, named, data, signature);
      if (typeof fits === 'boolean') return fits;
      problem = fits;
      return false;
    });
    if (verified.kind === 'unreadable') return [verdict(`Not verified: ${verified.because}`)];
    const base: XrayPart = {
      kind: 'canonical',
      label: `answer, ${label}: signature base`,
      text: utf8OfBytes(verified.base),
    };
    if (problem !== undefined) return [base, verdict(`Not checked: ${problem}`)];
    if (!verified.valid) {
      return [
        base,
        verdict('Not verified: the key of the server does not fit, or the answer was changed on its way.'),
      ];
    }
    const expires = verified.input.parameters.get('expires');
    const over = typeof expires === 'number' && expires < env.nowMs() / 1000 ? ', but it is over' : '';
    const digested = verified.input.components.some(({ name }) => name === 'content-digest');
    const body = digested ? bodyWords(response) : '; it says nothing of the body';
    return [base, verdict(`Verified: the server signed this answer${over}${body}.`)];
  });
};

/** A shared secret is the server's key, too. */
const hasServerKey = ({ algorithm, secret, serverKey }: HttpSignatureSettings): boolean =>
  serverKey.trim() !== '' || (joseNames[algorithm] === undefined && secret !== '');

/** The labels of its signatures. */
const labelsIn = ({ fields }: ReceivedResponse): readonly string[] => [
  ...dictionaryIn(fields, 'Signature-Input').keys(),
];

/** Empty where the field is no dictionary. */
const dictionaryIn = (fields: readonly Field[], name: string): Dictionary => {
  try {
    return parseDictionary(valuesOf(fields, name).join(', '));
  } catch {
    return new Map();
  }
};

/**
 * Whether a signature fits; a sentence where the key cannot be used. The algorithm is the one that the signature names,
 * or else the profile's own (§3.2): a secret never stands for a public key, nor the other way round.
 */
const fitsKey = (
  own: HttpSignatureSettings,
  env: SchemeEnv,
  named: string | undefined,
  data: Uint8Array,
  signature: Uint8Array,
): boolean | string => {
  const algorithm = signatureAlgorithms.find((one) => one === (named ?? own.algorithm));
  if (algorithm === undefined) return `the algorithm ${named ?? ''} is not known.`;
  const jose = joseNames[algorithm];
  if (jose === undefined) {
    const secret = secretBytes(own.secret, own.secretEncoding);
    if (secret === undefined || secret.length === 0)
      return 'it is made with a shared secret, and the profile holds none.';
    return base64OfBytes(hmacOf('sha-256', secret, data)) === base64OfBytes(signature);
  }
  if (own.serverKey.trim() === '') return 'the profile holds no public key of the server.';
  try {
    return env.verify(jose, own.serverKey, data, signature);
  } catch (error) {
    if (error instanceof FlowStopped) return error.message;
    throw error;
  }
};

/** RFC 9530: the digest is over the body as it was transferred. */
const bodyWords = ({ fields, body }: ReceivedResponse): string => {
  const coded = (valueOf(fields, 'Content-Encoding') ?? 'identity') !== 'identity';
  const bytes = coded ? undefined : byteStringOfBody(body);
  if (bytes === undefined) return '; the bytes of the body that it covers are no longer at hand';
  const digests = dictionaryIn(fields, 'Content-Digest');
  for (const name of ['sha-512', 'sha-256'] as const) {
    const [digest] = digests.get(name) ?? [];
    if (digest instanceof ArrayBuffer) {
      const found = hash(name, byteStringToBytes(bytes));
      return base64OfBytes(found) === base64OfBytes(new Uint8Array(digest))
        ? ', and the body is whole'
        : ', but the body is not the one that it signed';
    }
  }
  return '; the digest of the body is of a kind that is not known';
};
