import { serializeDictionary, type BareItem } from 'structured-headers';
import { base64OfBytes, utf8Bytes } from '../exchange/bytes.ts';
import type { SentField, Xray } from '../exchange/exchange.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { attachField } from './parts/attach.ts';
import { hmacOf } from './parts/hashes.ts';
import { input as inputPart } from './parts/xray-parts.ts';
import {
  httpSignatureForm,
  httpSignatureSettings,
  joseNames,
  type HttpSignatureSettings,
} from './http-signatures/form.ts';
import { secretBytes } from './jose/jws.ts';
import {
  bodyHash,
  defineScheme,
  FlowStopped,
  send,
  type OutgoingRequest,
  type SchemeEnv,
  type Step,
  type StepResult,
} from './scheme.ts';
import { signedAnswer } from './http-signatures/answer.ts';
import { signatureBase, signatureInputText, type SignatureInput } from './http-signatures/base.ts';
import { parseComponent, type Component } from './http-signatures/components.ts';
import { signedRequest } from './http-signatures/message.ts';

const hasKey = ({ algorithm, secret, privateKey }: HttpSignatureSettings): boolean =>
  joseNames[algorithm] === undefined ? secret !== '' : privateKey.trim() !== '';

const linesOf = (components: string): readonly string[] =>
  components
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isDigest = ({ name }: Component): boolean => name === 'content-digest';

/**
 * Content-Digest (RFC 9530) where it is covered and nobody typed one. Its origin is the body, not the signature: a
 * typed one takes its place and is signed as it stands.
 */
function* withContentDigest(
  request: OutgoingRequest,
  own: HttpSignatureSettings,
): Generator<Step, OutgoingRequest, StepResult> {
  const covered = linesOf(own.components).map(parseComponent).some(isDigest);
  if (!covered || request.body.kind === 'none' || fieldNamed(request.fields, 'Content-Digest') !== undefined)
    return request;
  const digest = yield* bodyHash(own.digest, request.body);
  const field: SentField = {
    name: 'Content-Digest',
    value: serializeDictionary({ [own.digest]: digest }),
    origin: { from: 'body', note: 'covered by the signature' },
  };
  return { ...request, fields: [...request.fields, field] };
}

/** What is covered: the digest of the content only where there is content. */
const inputFor = (request: OutgoingRequest, own: HttpSignatureSettings, env: SchemeEnv): SignatureInput => {
  const now = Math.floor(env.nowMs() / 1000);
  const digested = fieldNamed(request.fields, 'Content-Digest') !== undefined;
  const parameters: readonly (readonly [string, BareItem] | undefined)[] = [
    own.omitCreated ? undefined : ['created', now],
    own.lifetime === '' ? undefined : ['expires', now + Number(own.lifetime)],
    own.nonce ? ['nonce', base64OfBytes(env.randomBytes(18))] : undefined,
    own.nameAlgorithm ? ['alg', own.algorithm] : undefined,
    own.keyId === '' ? undefined : ['keyid', own.keyId],
    own.tag === '' ? undefined : ['tag', own.tag],
  ];
  return {
    components: linesOf(own.components)
      .map(parseComponent)
      .filter((component) => digested || !isDigest(component)),
    parameters: new Map(parameters.filter((one) => one !== undefined)),
  };
};

const signatureOf = (own: HttpSignatureSettings, data: Uint8Array, env: SchemeEnv): Uint8Array => {
  const algorithm = joseNames[own.algorithm];
  if (algorithm === undefined)
    return hmacOf('sha-256', secretBytes(own.secret, own.secretEncoding) ?? new Uint8Array(), data);
  const passphrase = own.passphrase === '' ? {} : { passphrase: own.passphrase };
  return env.sign(algorithm, { text: own.privateKey, ...passphrase }, data);
};

const xrayOf = (own: HttpSignatureSettings, request: OutgoingRequest, base: string, signed: string): Xray => {
  const digest = fieldNamed(request.fields, 'Content-Digest');
  return {
    scheme: `HTTP Message Signature, ${own.algorithm}`,
    parts: [
      ...(digest === undefined
        ? []
        : [{ kind: 'input', label: 'Content-Digest', text: digest.value } as const]),
      { kind: 'to-sign', label: 'signature base', text: base },
      { kind: 'result', label: 'signature', text: signed },
    ],
  };
};

/** A request that is not signed, for the sake of an answer that may be. */
const listening = (
  request: OutgoingRequest,
  own: HttpSignatureSettings,
  env: SchemeEnv,
): OutgoingRequest => ({
  ...request,
  xray: {
    scheme: 'HTTP Message Signature',
    parts: [inputPart('request', 'not signed: the profile holds no key of its own')],
  },
  xrayOfAnswer: (response) => signedAnswer(request, response, own, env),
});

const isSfString = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

const problemOf = (own: HttpSignatureSettings): string | undefined => {
  if (!hasKey(own)) return undefined;
  try {
    linesOf(own.components).forEach(parseComponent);
  } catch (error) {
    if (error instanceof FlowStopped) return error.message;
    throw error;
  }
  if (!/^[a-z*][a-z0-9_\-.*]*$/.test(own.label))
    return `"${own.label}" cannot be the label of a signature; sig1 would do.`;
  if (!isSfString(own.keyId) || !isSfString(own.tag)) return 'Key ID and tag of a signature are plain ASCII.';
  if (!/^(|[1-9]\d{0,9})$/.test(own.lifetime)) return 'The lifetime of a signature is a number of seconds.';
  if (joseNames[own.algorithm] === undefined && secretBytes(own.secret, own.secretEncoding) === undefined)
    return 'The secret of the signature is not Base64; choose Text, or correct it.';
  return undefined;
};

/** A signature over chosen parts of the request (RFC 9421). Without a key nothing is added. */
export const httpSignatures = defineScheme<HttpSignatureSettings>({
  id: 'http-signatures',
  label: 'HTTP Message Signatures',
  references: ['RFC 9421', 'RFC 9530'],
  challenges: [],
  coversFields: true,
  form: httpSignatureForm,
  credential: 'key',
  settings: httpSignatureSettings,
  summary: ({ algorithm }) => `HTTP Message Signature, ${algorithm}`,
  problem: problemOf,
  *flow(request, own, env) {
    if (!hasKey(own)) {
      yield* send(own.serverKey.trim() === '' ? request : listening(request, own, env));
      return;
    }
    const digested = yield* withContentDigest(request, own);
    const input = inputFor(digested, own, env);
    const base = signatureBase(signedRequest(digested), input);
    const signature = signatureOf(own, utf8Bytes(base), env);
    const named = attachField(digested, 'Signature-Input', `${own.label}=${signatureInputText(input)}`);
    const signed = attachField(named, 'Signature', serializeDictionary({ [own.label]: signature }));
    yield* send({
      ...signed,
      xray: xrayOf(own, digested, base, base64OfBytes(signature)),
      xrayOfAnswer: (response) => signedAnswer(signed, response, own, env),
    });
  },
  curl: (own) => ({
    words: [],
    notes: hasKey(own)
      ? [
          'curl cannot sign messages (RFC 9421): the signature is exported as it is, for this very request and as long as the server accepts its time.',
        ]
      : [],
  }),
});
