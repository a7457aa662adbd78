import type { ExampleInfo } from '../../shared/ipc/replies.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';

/** A request as an example's server sees it. */
export interface ExampleRequest {
  readonly method: string;
  /** Behind the example's own prefix: "/me". */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query as they were sent, the example's prefix included. */
  readonly target: string;
  /** The first field of that name, one code unit per byte. */
  field(name: string): string | undefined;
  /** Fields of a form that was sent as the body. */
  readonly form: URLSearchParams;
}

export interface ExampleAnswer {
  readonly status: number;
  readonly fields?: Readonly<Record<string, string>>;
  /** A text is sent as HTML, anything else as JSON. */
  readonly body: unknown;
}

export interface ExampleWorld {
  /** http://127.0.0.1:port */
  readonly origin: string;
  /** The same server by another name: http://localhost:port */
  readonly otherOrigin: string;
  nowSeconds(): number;
  /** What an example's server remembers between requests, by its id. */
  readonly memory: Map<string, number>;
  /** A signed JWT (HS256 under a key of this run). */
  sign(claims: Readonly<Record<string, unknown>>): string;
  /** The claims of a token that this run signed. */
  verify(token: string): Readonly<Record<string, unknown>> | undefined;
}

/** What the person is handed. */
export interface Prepared {
  readonly draft: Draft;
  readonly profile?: Profile;
  /** Get a token now, so that it is there when the request is sent. */
  readonly token?: 'refresh' | 'fetch';
}

/** A server that fails in one known way, and the request that runs into it. One file each. */
export interface Example {
  readonly info: ExampleInfo;
  /** `base` is the address of this example: origin and prefix. */
  prepare(base: string, world: ExampleWorld): Prepared;
  answer(request: ExampleRequest, world: ExampleWorld): ExampleAnswer;
}

export const defineExample = (example: Example): Example => example;

/** The id is fixed: opening an example again opens the same request. */
export const exampleDraft = (example: ExampleInfo, url: string, part: Partial<Draft>): Draft => ({
  ...emptyDraft(`example-${example.id}`),
  name: example.title,
  folder: ['Examples'],
  url,
  ...part,
});

/** Sends by the example's own profile. */
export const byOwnProfile = ({ id }: ExampleInfo): Pick<Draft, 'auth'> => ({
  auth: { kind: 'profile', profileId: `example-${id}` },
});

/** The example's own OAuth 2.0 profile, whose tokens come from `/token` below its address. */
export const oauth2Profile = (
  { id }: ExampleInfo,
  base: string,
  name: string,
  settings: Profile['settings'],
): Profile => ({
  id: `example-${id}`,
  name: `Example: ${name}`,
  scheme: 'oauth2',
  settings: { tokenEndpoint: `${base}/token`, ...settings },
  trustedOrigins: [],
  renew: true,
});

export const typedField = (name: string, value: string): Pick<Draft, 'fields'> => ({
  fields: [{ name, value, on: true }],
});
