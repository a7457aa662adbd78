import { z } from 'zod';
import { attemptSchema, sentRequestSchema, type Exchange } from '../exchange/exchange.ts';
import { experimentResultSchema, type ExperimentResult } from '../experiments/result.ts';
import { cookieKeySchema, cookieSchema, type Cookie } from '../cookies/cookie.ts';
import { codeFormIds } from '../export/code-forms.ts';
import { secretForms, shellIds } from '../export/shells/shell.ts';
import { networkSettingsSchema, type NetworkSettings } from '../proxy/network-settings.ts';
import { draftSchema, type Draft } from '../workspace/draft.ts';
import { folderSchema, type Folder } from '../workspace/folder.ts';
import { hostRuleSchema, type HostRule } from '../workspace/host-rule.ts';
import { openTabsSchema } from '../workspace/open-tabs.ts';
import {
  environmentSchema,
  profileSchema,
  type Environment,
  type Profile,
  type TokenState,
} from '../workspace/profile.ts';
import { variableScopeSchema } from '../workspace/variable-places.ts';
import type {
  Boot,
  CodeExport,
  CollectionExport,
  CollectionPreview,
  CurlExport,
  Discovered,
  HistoryAttempt,
  HistoryEntry,
  Imported,
  Preview,
  SelfConfigured,
  SendResult,
  TokenAnswered,
  TokenChecked,
  Workspace,
} from './replies.ts';

/**
 * The one door between a window and the engine. Arguments are checked against these schemas on the engine's side;
 * every side (handlers, preload, browser host, window) is derived from this table. Errors cross as data with a code.
 */

const id = z.string().min(1).max(200);
const text = z.string().max(10_000_000);

/** Several files with their paths inside the folder that was dropped. */
const collectionFiles = z
  .array(z.object({ name: z.string().max(4096), text: z.string().max(50_000_000) }))
  .min(1)
  .max(20_000);

/** Names of folders, outermost first. */
const folderPath = z.array(z.string().min(1).max(1000)).max(20);

/** `reply` carries only a type. */
const command = <Reply>() => {
  return <Arg extends z.ZodType>(arg: Arg): { readonly arg: Arg; readonly reply: Reply } => ({
    arg,
    reply: undefined as Reply,
  });
};

const nothing = z.undefined().or(z.null());

export const commands = {
  /** Everything a window needs to draw itself. */
  boot: command<Boot>()(nothing),

  /** Sends a request and answers when the attempt is over. Exchanges arrive as events before that. */
  send: command<SendResult>()(
    z.object({
      sendId: id,
      draft: draftSchema,
      environmentId: z.string(),
      /** Get a token this way first, whatever is stored. */
      token: z.enum(['refresh', 'fetch', 'authorize']).optional(),
      /** The attempt that a remedy follows. */
      retryOf: id.optional(),
      /** Uses no connection that is kept open, so that the host's name is looked up anew. */
      freshConnection: z.boolean().optional(),
    }),
  ),
  cancel: command<void>()(z.object({ sendId: id })),
  /** The address that the browser ended at after the login that this Send waits for. */
  pasteRedirect: command<void>()(z.object({ sendId: id, url: z.string().max(100_000) })),

  /**
   * Makes experiments on a refusal, one after the other, within what the person allowed; each is told as an event when
   * it is over. Cancelled like a Send: those that are over are answered.
   */
  experiment: command<{ readonly results: readonly ExperimentResult[] }>()(
    z.object({
      sendId: id,
      /** Only what led to the refusal is needed of it. */
      attempt: attemptSchema,
      draft: draftSchema,
      environmentId: z.string(),
      /**
       * This one; or as many as are allowed, the most telling first; or the halving of what differs from a request that
       * works.
       */
      which: z.union([z.object({ id }), z.object({ bisect: sentRequestSchema }), z.literal('plan')]),
      /** Those that were made before. */
      done: z.array(experimentResultSchema).max(50),
      allowed: z.object({
        requests: z.number().int().min(0).max(30),
        /** How often a user name and its password may be sent. */
        logins: z.number().int().min(0).max(5),
        /** Methods that may change something may be repeated. */
        unsafe: z.boolean(),
      }),
      /** What made-up names and values are made of, so that what was shown is what is sent. */
      made: z.string().regex(/^[A-Za-z0-9]{42,100}$/),
    }),
  ),

  /** What would be sent, secrets masked, and what the checks say of it. Sends nothing. */
  preview: command<Preview>()(z.object({ draft: draftSchema, environmentId: z.string() })),

  /** A file body of an exchange, piece by piece; Base64. At most 1 MiB a call. */
  readBody: command<{ base64: string; size: number }>()(
    z.object({ id, offset: z.number().int().min(0), length: z.number().int().min(1).max(1_048_576) }),
  ),

  /**
   * Keeps a file that a person chose in a browser, which does not say where it lies; its path is the answer. Large ones
   * come in pieces of one id, in order.
   */
  keepFile: command<{ path: string }>()(
    z.object({
      id: z.uuid(),
      name: z.string().max(1000),
      offset: z.number().int().min(0),
      base64: z.base64().max(8_000_000),
    }),
  ),

  saveRequest: command<Draft>()(z.object({ draft: draftSchema })),
  deleteRequest: command<void>()(z.object({ id })),

  /**
   * Remembers which requests are open in the workspace of that folder and what is typed in them, so that neither a
   * reload nor a crash loses it. Its answer says that all of it is on disk. No file of the workspace changes.
   */
  keepTabs: command<void>()(
    z.object({
      workspace: z.string().max(4096),
      tabs: openTabsSchema,
      /** Those that changed since; each takes the place of an older one of its id. */
      drafts: z.array(draftSchema).max(2000),
      /** Ids of those that are saved, or that nobody wants any more. */
      dropped: z.array(id).max(2000),
    }),
  ),

  /** Keeps what a folder, or the workspace itself, says; one that only inherits is forgotten. */
  saveFolder: command<Folder>()(z.object({ folder: folderSchema })),

  /** Reads the files of another tool's collection and says what would come of them. Keeps nothing. */
  readCollection: command<CollectionPreview>()(z.object({ files: collectionFiles })),
  /** Takes a collection in, below a folder of this name. */
  importCollection: command<Imported & { readonly first?: Draft }>()(
    z.object({ files: collectionFiles, name: z.string().min(1).max(200) }),
  ),
  /** Deletes all of it as one change: a folder with everything in it, or what an import brought. */
  deleteAll: command<void>()(
    z.object({
      requests: z.array(id),
      folders: z.array(folderPath),
      environments: z.array(id),
      profiles: z.array(id),
    }),
  ),
  /** Gives a folder another name or place, with everything in it. */
  moveFolder: command<void>()(z.object({ from: folderPath, to: folderPath })),

  saveProfile: command<Profile>()(z.object({ profile: profileSchema })),
  deleteProfile: command<void>()(z.object({ id })),
  /** A copy with its own secrets. */
  duplicateProfile: command<Profile>()(z.object({ id, name: z.string().min(1) })),
  /** Opens one stored secret for the person who asked for it. */
  revealSecret: command<string>()(z.object({ ref: id })),

  saveEnvironment: command<Environment>()(z.object({ environment: environmentSchema })),
  deleteEnvironment: command<void>()(z.object({ id })),

  saveHostRule: command<HostRule>()(z.object({ rule: hostRuleSchema })),
  deleteHostRule: command<void>()(z.object({ id })),

  /** Refreshes, fetches or authorizes without sending the request. */
  obtainToken: command<SendResult>()(
    z.object({
      sendId: id,
      profileId: id,
      environmentId: z.string(),
      how: z.enum(['refresh', 'fetch', 'authorize']),
    }),
  ),
  /** What the authorization server says of a stored token (RFC 7662, OpenID Connect Core §5.3), or its end (RFC 7009). */
  askAboutToken: command<TokenAnswered>()(
    z.object({
      sendId: id,
      profileId: id,
      environmentId: z.string(),
      question: z.enum(['introspect', 'userinfo', 'revoke']),
      which: z.enum(['access', 'refresh']),
    }),
  ),
  /** Checks a token against the keys that its issuer publishes: up to three look-ups, none of which has the token. */
  checkToken: command<TokenChecked>()(
    z.object({ token: z.string().max(1_000_000), environmentId: z.string() }),
  ),
  /** The stored token itself, for the token inspector's reveal and copy. */
  revealToken: command<string>()(
    z.object({ profileId: id, environmentId: z.string(), which: z.enum(['access', 'refresh', 'id']) }),
  ),
  forgetTokens: command<void>()(z.object({ profileId: id, environmentId: z.string() })),
  /** Reads the authorization server's metadata (RFC 8414, OpenID Connect Discovery). */
  discover: command<Discovered>()(
    z.object({ issuer: z.string().max(2048), environmentId: z.string(), scope: variableScopeSchema }),
  ),

  /** The environment's cookie jar, values included. */
  cookies: command<readonly Cookie[]>()(z.object({ environmentId: z.string() })),
  /** Keeps one of a person's own making; `instead` is the one that it was before it was edited. */
  saveCookie: command<void>()(
    z.object({ environmentId: z.string(), cookie: cookieSchema, instead: cookieKeySchema.optional() }),
  ),
  deleteCookies: command<void>()(
    /** All of them where none is named. */
    z.object({ environmentId: z.string(), keys: z.array(cookieKeySchema).optional() }),
  ),
  /** Takes in a Netscape cookie file or a list in JSON. */
  importCookies: command<{ kept: number; problems: readonly string[] }>()(
    z.object({ environmentId: z.string(), text }),
  ),

  /** Makes a profile's settings of what an API says about itself in a 401 (RFC 9728). Up to three look-ups. */
  configureFromResource: command<SelfConfigured>()(
    z.object({
      metadata: z.string().max(4096),
      requestUrl: z.string().max(100_000),
      scope: z.string().max(10_000),
      environmentId: z.string(),
    }),
  ),

  /** The latest first; `search` as shared/history/search.ts reads it. */
  history: command<readonly HistoryEntry[]>()(
    z.object({
      search: z.string().max(500),
      limit: z.number().int().min(1).max(500),
      beforeMs: z.number().optional(),
    }),
  ),
  historyAttempt: command<HistoryAttempt>()(z.object({ id })),
  /** A pinned attempt stays, however much the retention setting keeps. */
  pinHistory: command<void>()(
    z.object({
      id,
      pinned: z.boolean(),
      /** The attempt with its secrets, kept encrypted besides: only where the person agreed to that. */
      attempt: attemptSchema.optional(),
    }),
  ),
  deleteHistory: command<void>()(z.object({ id })),
  /** Deletes all that was sent until then (epoch ms), what is pinned included. */
  clearHistory: command<void>()(z.object({ untilMs: z.number() })),

  /** A curl command for a shell. */
  exportCurl: command<CurlExport>()(
    z.object({
      draft: draftSchema,
      environmentId: z.string(),
      shell: z.enum(shellIds),
      /** `variables`: in the place of each secret stands a variable of the shell. */
      secrets: z.enum(secretForms),
    }),
  ),

  /** The request in a programming language; see code-forms.ts. */
  exportCode: command<CodeExport>()(
    z.object({
      draft: draftSchema,
      environmentId: z.string(),
      form: z.enum(codeFormIds),
      secrets: z.enum(['masked', 'included']),
    }),
  ),

  /** The requests of a folder, or of the workspace, as files of another tool. */
  exportCollection: command<CollectionExport>()(
    z.object({ folder: z.array(z.string()), secrets: z.enum(['masked', 'included']) }),
  ),

  /** Prepares a bundled example (a loopback server that fails in a known way) and answers with its request. */
  example: command<Draft>()(z.object({ id })),

  savePreferences: command<void>()(z.object({ preferences: z.record(z.string(), z.unknown()) })),
  /** How requests travel that choose no proxy of their own. The password is stored apart; the reply points at it. */
  saveNetwork: command<NetworkSettings>()(z.object({ network: networkSettingsSchema })),
  /** Opens or creates the workspace in this folder; every window starts anew. */
  openWorkspace: command<Boot>()(z.object({ folder: text })),
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandArg<K extends CommandName> = z.infer<Commands[K]['arg']>;
export type CommandReply<K extends CommandName> = Commands[K]['reply'];

/** Codes of errors that cross the door. */
export const errorCodes = [
  'bad-argument',
  'not-found',
  'newer-format',
  'unreadable-file',
  'vault-locked',
  'not-supported',
  'conflict',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface HostError {
  readonly code: ErrorCode;
  /** One sentence for a person: what happened and what to do. */
  readonly message: string;
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: HostError };

/** What the engine offers, by command. Thrown `EngineError`s become data at the door. */
export type Handlers = { readonly [K in CommandName]: (arg: CommandArg<K>) => Promise<CommandReply<K>> };

/** What a window sees. */
export interface HostApi {
  call<K extends CommandName>(name: K, arg: CommandArg<K>): Promise<Reply<CommandReply<K>>>;
  /** Returns the function that stops listening. */
  listen(listener: (event: HostEvent) => void): () => void;
  /** Where a file lies that a person chose (a DOM File); a browser does not say it. */
  pathOf?(file: object): string;
}

export const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('exchange'), sendId: z.string(), exchange: z.custom<Exchange>() }),
  /** How far the body of the request or of the answer is, in bytes. */
  z.object({
    event: z.literal('progress'),
    sendId: z.string(),
    direction: z.enum(['sent', 'received']),
    bytes: z.number(),
    total: z.number().optional(),
  }),
  /**
   * The person must log in at this address; `opened`: the system browser shows it already. `userCode` is to be entered
   * there (RFC 8628).
   */
  z.object({
    event: z.literal('login'),
    sendId: z.string(),
    url: z.string(),
    opened: z.boolean(),
    userCode: z.string().optional(),
    /** The address that the browser ended at can, or must, be pasted: `pasteRedirect`. */
    paste: z.enum(['needed', 'possible']).optional(),
  }),
  z.object({ event: z.literal('login-done'), sendId: z.string() }),
  /** The next step of an experiment begins; so many requests of this run left before it. */
  z.object({
    event: z.literal('experiment-step'),
    sendId: z.string(),
    /** Of the experiment. */
    id: z.string(),
    label: z.string(),
    sent: z.number(),
  }),
  z.object({
    event: z.literal('experiment'),
    sendId: z.string(),
    result: z.custom<ExperimentResult>(),
  }),
  z.object({ event: z.literal('tokens'), tokens: z.custom<readonly TokenState[]>() }),
  /** The cookie jar of this environment has changed. */
  z.object({ event: z.literal('cookies'), environmentId: z.string() }),
  z.object({ event: z.literal('history'), entry: z.custom<HistoryEntry>() }),
  /** Requests, profiles or environments changed on disk or in another window. */
  z.object({ event: z.literal('workspace'), workspace: z.custom<Workspace>() }),
  /** What is remembered beside the workspace was changed, here or in another window. */
  z.object({ event: z.literal('preferences'), preferences: z.record(z.string(), z.unknown()) }),
  z.object({ event: z.literal('menu'), command: z.string() }),
]);
export type HostEvent = z.infer<typeof eventSchema>;

/** What a person needs to log in. */
export type LoginPrompt = Omit<Extract<HostEvent, { event: 'login' }>, 'event' | 'sendId'>;
