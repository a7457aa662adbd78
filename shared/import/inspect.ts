import { compose } from '../compose/compose.ts';
import { bytesToByteString, utf8OfBytes } from '../exchange/bytes.ts';
import { responseOf, type Attempt } from '../exchange/exchange.ts';
import { attemptToHar, type Har } from '../exchange/har.ts';
import type { AuthProblem } from '../http-auth/auth.ts';
import { parseChallenges } from '../http-auth/challenges.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { decodeBasic } from '../schemes/basic/codec.ts';
import type { OutgoingBody } from '../schemes/scheme.ts';
import { decodeJwt, type DecodedJwt } from '../token/jwt.ts';
import { joinUrl, type Draft, type DraftAuth } from '../workspace/draft.ts';
import { readPaste } from './paste.ts';

/** What a pasted text is and what is in it, as plain JSON; `why401 inspect --json` prints it. Values are shown as given. */
export type Inspected =
  | {
      readonly kind: 'challenges';
      readonly challenges: readonly InspectedChallenge[];
      readonly problems: readonly AuthProblem[];
    }
  | {
      readonly kind: 'credentials';
      readonly scheme: string;
      readonly value: string;
      readonly params: Readonly<Record<string, string>>;
      readonly basic?: { readonly user: string; readonly password: string; readonly charset: string };
      readonly problems: readonly string[];
    }
  | ({ readonly kind: 'jwt' } & InspectedToken)
  | ({ readonly kind: 'request' } & InspectedRequest)
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly reason: string;
      readonly headers: readonly Pair[];
      readonly body?: string;
    }
  | { readonly kind: 'har'; readonly har: Har }
  | { readonly kind: 'url'; readonly url: string; readonly params: readonly Pair[] }
  | { readonly kind: 'unknown'; readonly why: string };

type Pair = readonly [name: string, value: string];

interface InspectedChallenge {
  readonly scheme: string;
  readonly token68?: string;
  readonly params: Readonly<Record<string, string>>;
}

interface InspectedToken {
  readonly encrypted: boolean;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

interface InspectedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly body?: string;
  readonly auth?: Readonly<Record<string, string | boolean>>;
  readonly notes: readonly string[];
}

export const inspect = (text: string): Inspected => {
  const pasted = readPaste(text, () => 'inspected');
  switch (pasted.kind) {
    case 'request':
      return pasted.from === 'url'
        ? inspectedUrl(pasted.draft)
        : { kind: 'request', ...requestOf(pasted.draft, pasted.notes) };
    case 'attempt':
      return attemptOf(pasted.attempt, pasted.from === 'har');
    case 'jwt':
      return { kind: 'jwt', ...tokenOf(decodeJwt(pasted.token)) };
    case 'challenges':
      return challengesOf(pasted.values);
    case 'credentials':
      return credentialsOf(pasted.value);
    case 'unknown':
      return pasted;
    default:
      return pasted satisfies never;
  }
};

const inspectedUrl = ({ url, params }: Draft): Inspected => ({
  kind: 'url',
  url: joinUrl(url, params),
  params: params.map(({ name, value }) => [name, value ?? '']),
});

const paramsOf = (of: { readonly params: readonly { readonly name: string; readonly value: string }[] }) =>
  Object.fromEntries(of.params.map(({ name, value }) => [name, value]));

const challengesOf = (values: readonly string[]): Inspected => {
  const { challenges, problems } = parseChallenges(values);
  return {
    kind: 'challenges',
    challenges: challenges.map((challenge) => ({
      scheme: challenge.scheme,
      ...(challenge.token68 === undefined ? {} : { token68: challenge.token68 }),
      params: paramsOf(challenge),
    })),
    problems,
  };
};

const credentialsOf = (value: string): Inspected => {
  const credentials = parseCredentials(value);
  const basic = credentials.scheme === 'basic' ? decodeBasic(value) : undefined;
  return {
    kind: 'credentials',
    scheme: credentials.scheme,
    value: credentials.rest,
    params: paramsOf(credentials),
    ...(basic?.readable === true
      ? { basic: { user: basic.user, password: basic.password, charset: basic.charset } }
      : {}),
    problems: [
      ...credentials.problems.map(({ at, expected }) => `${expected} is missing at ${at}`),
      ...(basic?.problems ?? []),
    ],
  };
};

const tokenOf = (decoded: DecodedJwt): InspectedToken => {
  switch (decoded.kind) {
    case 'jwt':
      return { encrypted: false, header: decoded.jwt.header, claims: decoded.jwt.claims };
    case 'encrypted':
      return { encrypted: true, header: decoded.header };
    case 'not-a-jwt':
      return { encrypted: false, problem: decoded.problem };
    default:
      return decoded satisfies never;
  }
};

const attemptOf = (attempt: Attempt, isHar: boolean): Inspected => {
  if (isHar) return { kind: 'har', har: attemptToHar(attempt, { name: 'why401', version: '1' }) };
  const last = attempt.exchanges.at(-1);
  const response = last && responseOf(last);
  if (response === undefined) return { kind: 'unknown', why: 'There is no answer in it.' };
  return {
    kind: 'response',
    status: response.status,
    reason: response.reason,
    headers: response.fields.map(({ name, value }) => [name, utf8OfBytes(value)]),
    ...(response.body.kind === 'text' ? { body: response.body.text } : {}),
  };
};

/** Fields that were asked for, not the ones that a client adds by itself. */
const requestOf = (draft: Draft, notes: readonly string[]): InspectedRequest => {
  const composed = compose({
    draft,
    variables: new Map(),
    fileSize: () => 0,
    boundary: 'boundary',
    userAgent: '',
  });
  const auth = authOf(draft.auth);
  if (!composed.ok) {
    return {
      method: draft.method,
      url: joinUrl(draft.url, draft.params),
      headers: draft.fields.filter((field) => field.on).map(({ name, value }) => [name, value]),
      ...(auth === undefined ? {} : { auth }),
      notes: [...notes, composed.message],
    };
  }
  const { request } = composed;
  const body = textOf(request.body);
  return {
    method: request.method,
    url: request.url,
    headers: request.fields
      .filter(
        (field) => field.origin?.from === 'typed' || /^(?:authorization|content-type)$/i.test(field.name),
      )
      .map(({ name, value }) => [name, utf8OfBytes(value)]),
    ...(body === undefined ? {} : { body }),
    ...(auth === undefined ? {} : { auth }),
    notes,
  };
};

const textOf = (body: OutgoingBody): string | undefined => {
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'bytes':
      return utf8OfBytes(bytesToByteString(body.bytes));
    case 'pieces':
      return utf8OfBytes(
        body.pieces
          .map((piece) => (piece.kind === 'bytes' ? bytesToByteString(piece.bytes) : `@${piece.path}`))
          .join(''),
      );
    default:
      return body satisfies never;
  }
};

const authOf = (auth: DraftAuth): Readonly<Record<string, string | boolean>> | undefined =>
  auth.kind === 'own'
    ? {
        scheme: auth.scheme,
        ...Object.fromEntries(
          Object.entries(auth.settings).map(([name, value]) => [
            name,
            typeof value !== 'object' ? value : 'plain' in value ? value.plain : '',
          ]),
        ),
      }
    : undefined;
