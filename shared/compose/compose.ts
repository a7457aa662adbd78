import { fieldNamed, valueOf } from '../exchange/fields.ts';
import type { SentField } from '../exchange/exchange.ts';
import { encodeBasic } from '../schemes/basic/codec.ts';
import {
  FlowStopped,
  send,
  type Flow,
  type OpenSettings,
  type OutgoingRequest,
  type Scheme,
  type SchemeEnv,
  type Step,
} from '../schemes/scheme.ts';
import type { Draft } from '../workspace/draft.ts';
import { fillPathParams } from '../workspace/path-params.ts';
import { addressOf } from './address.ts';
import { bodyOf } from './body.ts';
import { graphqlParams, graphqlProblem } from './graphql.ts';
import { fieldProblem, isToken, typedFields, withDefaults } from './sent-fields.ts';
import { parcelled } from './trailers.ts';
import { fillDraft, fillSettings, unresolvedInSettings, type Variables } from './variables.ts';
import { firstRequest, stillWorld } from './will-send.ts';

export interface ComposeInput {
  readonly draft: Draft;
  /** The scheme of the chosen profile, or of the request's own auth, secrets opened; `note` names it: "profile Acme prod". */
  readonly settings?: {
    readonly scheme: Scheme;
    readonly settings: OpenSettings;
    readonly note: string;
    /** In force where the auth stands; those of the request where absent. */
    readonly variables?: Variables;
  };
  /** The Cookie field of the jar, for a scheme that may cover it. */
  readonly jarCookies?: SentField | undefined;
  readonly variables: Variables;
  /** Bytes of a file; absent, and so for every file, where it cannot be read. */
  readonly fileSize?: (path: string) => number | undefined;
  /** For multipart bodies; random. */
  readonly boundary: string;
  readonly userAgent: string;
}

export type Composed =
  | {
      readonly ok: true;
      /** Before the scheme adds to it. */
      readonly request: OutgoingRequest;
      /** A new run of the scheme's flow; its fields name the profile as their origin. */
      flow(env: SchemeEnv): Flow;
      /** Names of variables, and ":name" of path segments, without a value; they are sent as typed. */
      readonly unresolved: readonly string[];
      /** Said where the scheme adds nothing: what was typed takes its place, or its field is switched off. */
      readonly conflict?: string;
    }
  /** One sentence: why nothing can be sent, and what to do. */
  | { readonly ok: false; readonly message: string; readonly unresolved: readonly string[] };

/**
 * Draft, profile and variables become the request that will be sent, each field with its origin. Who wins where two
 * want the same field: what was typed, then the scheme, then user:password of the URL, then a default.
 */
export const compose = (input: ComposeInput): Composed => {
  const { value: given, unresolved: inDraft } = fillDraft(input.draft, input.variables);
  const path = fillPathParams(given.url, given.pathParams);
  const draft = { ...given, url: path.url };
  const filled =
    input.settings && fillSettings(input.settings.settings, input.settings.variables ?? input.variables);
  const unresolved = [
    ...new Set([
      ...inDraft,
      ...path.missing,
      ...(filled?.unresolved ?? []),
      ...unresolvedInSettings(input.draft.settings, input.variables),
    ]),
  ];
  const no = (message: string): Composed => ({ ok: false, message, unresolved });

  const bare = baseRequest(draft, input);
  if (typeof bare === 'string') return no(bare);
  if (input.settings === undefined || filled === undefined) {
    return { ok: true, request: bare, flow: () => plain(bare), unresolved };
  }
  const base = withJarCookies(bare, input.jarCookies);

  const { scheme, note } = input.settings;
  const checked = scheme.settings.safeParse(filled.value);
  if (!checked.success) return no(`The settings of ${note} do not fit ${scheme.label}; open them and check.`);
  const problem = scheme.problem?.(checked.data);
  if (problem !== undefined) return no(`${problem} It stands in ${note}.`);

  const flow = (env: SchemeEnv, request = base): Flow =>
    noted(scheme.flow(request, checked.data, env), note, draft.fieldsOff);
  const off = switchedOff(
    draft.fieldsOff,
    scheme,
    authFields(dryRun(scheme.flow(base, checked.data, stillWorld))),
  );
  if (off !== undefined) {
    const said = `${off} is switched off in Headers, so the one of ${note} is left out.`;
    return { ok: true, request: base, flow: () => plain(base), unresolved, conflict: said };
  }
  const lost =
    scheme.answers?.find((name) => fieldNamed(base.fields, name)?.origin?.from === 'typed') ??
    conflict(base, (request) => dryRun(flow(stillWorld, request)));
  if (lost !== undefined) {
    const said = `You typed ${article(lost)} ${lost} field, so the one of ${note} is left out.`;
    return { ok: true, request: base, flow: () => plain(base), unresolved, conflict: said };
  }
  const unfit = authFields(dryRun(flow(stillWorld)))
    .map(fieldProblem)
    .find((found) => found !== undefined);
  if (unfit !== undefined) return no(unfit);
  return { ok: true, request: base, flow: (env) => flow(env), unresolved };
};

const withJarCookies = (request: OutgoingRequest, cookies: SentField | undefined): OutgoingRequest =>
  cookies === undefined || fieldNamed(request.fields, 'Cookie') !== undefined
    ? request
    : { ...request, fields: [...request.fields, cookies] };

/** What a flow would add; one that cannot go on says why when the request is sent. */
const dryRun = (flow: Flow): OutgoingRequest | undefined => {
  try {
    return firstRequest(flow);
  } catch (error) {
    if (error instanceof FlowStopped) return undefined;
    throw error;
  }
};

/** The request without the scheme's part, or why there is none. */
const baseRequest = (draft: Draft, input: ComposeInput): OutgoingRequest | string => {
  const method = draft.method.trim();
  if (!isToken(method)) return method === '' ? 'The request has no method.' : `"${method}" is not a method.`;
  const inQuery = draft.body.kind === 'graphql' && /^(?:GET|HEAD)$/i.test(method) ? draft.body : undefined;
  const problem = inQuery && graphqlProblem(inQuery);
  if (problem !== undefined) return problem;
  const address = addressOf(
    inQuery === undefined ? draft : { ...draft, params: [...draft.params, ...graphqlParams(inQuery)] },
  );
  if (!address.ok) return address.message;
  const typed = typedFields(draft.fields);
  const built = bodyOf(inQuery === undefined ? draft.body : { kind: 'none' }, {
    boundary: typedBoundary(typed) ?? input.boundary,
    fileSize: (path) => input.fileSize?.(path),
  });
  if (!built.ok) return built.message;
  const { head, trailers } = parcelled(typed, built.body.kind !== 'none');
  const fields = withDefaults(head, draft.fieldsOff, {
    method,
    host: address.host,
    userAgent: input.userAgent,
    contentType: built.contentType,
    bodySize: built.size,
    transferEncoding: fieldNamed(typed, 'Transfer-Encoding') !== undefined,
    trailers: trailers.length > 0,
  });
  const unfit = [...fields, ...trailers].map(fieldProblem).find((found) => found !== undefined);
  if (unfit !== undefined) return unfit;
  const framed = fieldNamed(fields, 'Content-Length') ?? fieldNamed(fields, 'Transfer-Encoding');
  if (built.size !== undefined && framed === undefined) {
    return 'The body has no framing; switch Content-Length on again or type a Transfer-Encoding.';
  }
  const isOff = draft.fieldsOff.includes('authorization');
  const credentials = fromUserinfo(isOff ? undefined : address.userinfo, fields);
  if (typeof credentials === 'string') return credentials;
  return {
    method,
    url: address.url,
    fields: [...fields, ...credentials],
    body: built.body,
    ...(trailers.length === 0 ? {} : { trailers }),
  };
};

/** A boundary that was typed with the Content-Type is the one that the body must use (RFC 2046 §5.1.1). */
const typedBoundary = (typed: readonly SentField[]): string | undefined => {
  const value = valueOf(typed, 'Content-Type');
  const [, quoted, bare] = /^multipart\/.*;\s*boundary=(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(value ?? '') ?? [];
  return quoted ?? bare;
};

/** user:password in a URL never goes into the target: it becomes Basic, as curl does. */
const fromUserinfo = (
  userinfo: { readonly user: string; readonly password: string } | undefined,
  fields: readonly SentField[],
): readonly SentField[] | string => {
  if (userinfo === undefined || fieldNamed(fields, 'Authorization') !== undefined) return [];
  const encoded = encodeBasic(userinfo.user, userinfo.password, 'utf-8');
  if (!encoded.ok) return `${encoded.problem} It stands in the URL.`;
  return [{ name: 'Authorization', value: encoded.value, origin: { from: 'url', note: 'from the URL' } }];
};

function* plain(request: OutgoingRequest): Flow {
  yield* send(request);
}

/** Writes the profile's name into the origin of each field that its scheme added, and leaves out those that are off. */
function* noted(flow: Flow, note: string, off: readonly string[]): Flow {
  let next = flow.next();
  while (next.done !== true) {
    const result = yield named(next.value, note, off);
    next = flow.next(result);
  }
}

const named = (step: Step, note: string, off: readonly string[]): Step => {
  if (step.step !== 'send') return step;
  const fields = step.request.fields
    .filter((field) => field.origin?.from !== 'auth' || !off.includes(field.name.toLowerCase()))
    .map((field) =>
      field.origin?.from === 'auth' ? { ...field, origin: { ...field.origin, note } } : field,
    );
  return { ...step, request: { ...step.request, fields } };
};

/** The field without which the scheme is not worth running: the one that answers a challenge, or all that it adds. */
const switchedOff = (
  off: readonly string[],
  scheme: Scheme,
  added: readonly SentField[],
): string | undefined => {
  const isOff = (name: string): boolean => off.includes(name.toLowerCase());
  const all = added.length > 0 && added.every(({ name }) => isOff(name));
  return scheme.answers?.find(isOff) ?? (all ? added[0]?.name : undefined);
};

const authFields = (request: OutgoingRequest | undefined): readonly SentField[] =>
  request?.fields.filter(({ origin }) => origin?.from === 'auth') ?? [];

/**
 * Name of the typed field that stands for all the scheme would add. Where the scheme still adds something, it has taken
 * what was typed into account.
 */
const conflict = (
  request: OutgoingRequest,
  run: (request: OutgoingRequest) => OutgoingRequest | undefined,
): string | undefined => {
  const untyped = request.fields.filter(({ origin }) => origin?.from !== 'typed');
  if (authFields(run(request)).length > 0) return undefined;
  return authFields(run({ ...request, fields: untyped })).find(
    ({ name }) => fieldNamed(request.fields, name)?.origin?.from === 'typed',
  )?.name;
};

const article = (word: string): string => (/^[aeiou]/i.test(word) ? 'an' : 'a');
