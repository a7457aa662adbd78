import {
  base64OfByteString,
  byteStringOfBase64,
  byteStringToBytes,
  bytesToByteString,
  utf8ByteString,
  utf8OfBytes,
} from '../../exchange/bytes.ts';
import type { XrayPart } from '../../exchange/exchange.ts';
import { fieldNamed, valueOf, withField } from '../../exchange/fields.ts';
import { attachField, attachQuery } from '../parts/attach.ts';
import { hash, hmacOf } from '../parts/hashes.ts';
import { hex } from '../parts/hex.ts';
import { filled, type GivenParts } from './parts.ts';
import type { HmacRecipe, OutputForm, SecretForm } from './text.ts';
import { randomUuid } from '../parts/random-uuid.ts';
import { bodyHash, type OutgoingRequest, type SchemeEnv, type Step, type StepResult } from '../scheme.ts';
import { input, maskedPart, secretInput, shortened } from '../parts/xray-parts.ts';

export interface HmacCredentials {
  readonly key: string;
  readonly secret: string;
  readonly passphrase: string;
}

/** The secret's bytes; `undefined` where it is not written as the recipe says. */
export const secretBytes = (secret: string, form: SecretForm): Uint8Array | undefined => {
  switch (form) {
    case 'text':
      return byteStringToBytes(utf8ByteString(secret));
    case 'base64': {
      const bytes = byteStringOfBase64(secret.trim());
      return bytes === undefined ? undefined : byteStringToBytes(bytes);
    }
    case 'hex':
      return /^(?:[0-9a-f]{2})*$/i.test(secret.trim())
        ? Uint8Array.from(secret.trim().match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
        : undefined;
    default:
      return form satisfies never;
  }
};

/** Signs by a recipe: first what is added without the signature, then the signature over all that. */
export function* signedByRecipe(
  request: OutgoingRequest,
  recipe: HmacRecipe,
  credentials: HmacCredentials,
  env: SchemeEnv,
): Generator<Step, OutgoingRequest, StepResult> {
  const given = givenParts(credentials, env);
  const early = recipe.targets.filter(({ value }) => !value.includes('{signature}'));
  const late = recipe.targets.filter(({ value }) => value.includes('{signature}'));
  const prepared = withTargets(request, early, given);
  const hashed = yield* hashedParts(prepared, recipe, given);
  const toSign = filled(recipe.sign, prepared, { ...given, ...hashed });
  const shown = filled(recipe.sign, prepared, { ...given, ...shownParts(recipe, hashed) });
  const key = secretBytes(credentials.secret, recipe.secret) ?? new Uint8Array();
  const signature = written(hmacOf(recipe.hash, key, byteStringToBytes(toSign)), recipe.signature);
  const secrets = [utf8ByteString(credentials.passphrase)];
  const parts: readonly XrayPart[] = [
    input('key', credentials.key),
    secretInput('secret'),
    ...(credentials.passphrase === '' ? [] : [secretInput('passphrase')]),
    ...Object.entries(shownParts(recipe, hashed)).map(([name, text]) => input(name, utf8OfBytes(text))),
    maskedPart('to-sign', 'string to sign', shown, secrets),
    shortened('signature', signature),
  ];
  return {
    ...withTargets(prepared, late, { ...given, ...hashed, signature }),
    signed: true,
    xray: { scheme: `HMAC, ${recipe.hash}`, parts: [...parts] },
  };
}

const givenParts = ({ key, passphrase }: HmacCredentials, env: SchemeEnv): GivenParts => {
  const now = env.nowMs();
  return {
    seconds: String(Math.floor(now / 1000)),
    milliseconds: String(now),
    'iso-time': new Date(now).toISOString(),
    nonce: randomUuid(env.randomBytes(16)),
    key: utf8ByteString(key),
    passphrase: utf8ByteString(passphrase),
  };
};

function* hashedParts(
  request: OutgoingRequest,
  { parts }: HmacRecipe,
  given: GivenParts,
): Generator<Step, GivenParts, StepResult> {
  const hashed: Record<string, string> = {};
  for (const { name, hash: algorithm, form, of } of parts) {
    // A body in a file can be hashed, though not named in a longer text.
    const bytes =
      of === '{body}'
        ? yield* bodyHash(algorithm, request.body)
        : hash(algorithm, byteStringToBytes(filled(of, request, { ...given, ...hashed })));
    hashed[name] = written(bytes, form);
  }
  return hashed;
}

/** Raw bytes are no text: for a person they are written as hex, in brackets. */
const shownParts = ({ parts }: HmacRecipe, hashed: GivenParts): GivenParts =>
  Object.fromEntries(
    parts.map(({ name, form }) => {
      const text = hashed[name] ?? '';
      return [name, form === 'raw' ? `[${hex(byteStringToBytes(text))}]` : text];
    }),
  );

const written = (bytes: Uint8Array, form: OutputForm): string => {
  const text = bytesToByteString(bytes);
  switch (form) {
    case 'hex':
      return hex(bytes);
    case 'base64':
      return base64OfByteString(text);
    case 'base64url':
      return base64OfByteString(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    case 'raw':
      return text;
    default:
      return form satisfies never;
  }
};

/** What the person typed under a target's name stays. */
const withTargets = (
  request: OutgoingRequest,
  targets: HmacRecipe['targets'],
  given: GivenParts,
): OutgoingRequest =>
  targets.reduce((to, { place, name, value }) => {
    switch (place) {
      case 'header':
        return attachField(to, name, filled(value, to, given));
      case 'query':
        return new URL(to.url).searchParams.has(name)
          ? to
          : attachQuery(to, name, utf8OfBytes(filled(value, to, given)));
      case 'form':
        return withFormField(to, name, filled(value, to, given));
      default:
        return place satisfies never;
    }
  }, request);

/** Puts a field in front of a form; a body of another kind stays as it is. */
const withFormField = (request: OutgoingRequest, name: string, value: string): OutgoingRequest => {
  const { body, fields } = request;
  const type = valueOf(fields, 'Content-Type') ?? 'application/x-www-form-urlencoded';
  if (body.kind === 'pieces' || !/^application\/x-www-form-urlencoded\b/i.test(type)) return request;
  const text = body.kind === 'none' ? '' : bytesToByteString(body.bytes);
  if (new URLSearchParams(text).has(name)) return request;
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(utf8OfBytes(value))}`;
  const bytes = byteStringToBytes(text === '' ? pair : `${pair}&${text}`);
  const origin = { from: 'auth', note: '' } as const;
  const typed = attachField({ ...request, body: { kind: 'bytes', bytes } }, 'Content-Type', type);
  const length = { name: 'Content-Length', value: String(bytes.length), origin };
  return fieldNamed(fields, 'Content-Length')?.origin?.from === 'typed'
    ? typed
    : { ...typed, fields: withField(typed.fields, length) };
};
