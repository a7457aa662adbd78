import { z } from 'zod';
import { clientCertificateSchema } from './client-certificate.ts';
import { connectionSettingsShape } from './connection-settings.ts';
import { proxyAuthSchema } from '../proxy/network-settings.ts';
import { pathParamSchema } from './path-params.ts';
import { secretTextSchema } from './secret.ts';
import { variableSchema } from './variable.ts';

/**
 * What a person composes. Texts may hold `{{variables}}`. Kept in memory with everything typed in plain; the storage
 * takes credentials out of it before a file is written (secrets.ts).
 */

const switchableSchema = z.object({ name: z.string(), value: z.string(), on: z.boolean() });
export type Switchable = z.infer<typeof switchableSchema>;

/** One piece of the query as typed, nothing decoded or encoded. `value` is absent for a name without "=". */
const paramSchema = z.object({ name: z.string(), value: z.string().optional(), on: z.boolean() });
export type Param = z.infer<typeof paramSchema>;

const draftBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** `contentType` is the default Content-Type, added unless a field of that name is typed. */
  z.object({ kind: z.literal('text'), text: z.string(), contentType: z.string() }),
  /** Sent as JSON, or in the query of a GET; `variables` is the text of a JSON object, or empty. */
  z.object({
    kind: z.literal('graphql'),
    query: z.string(),
    variables: z.string(),
    /** Which operation of several is meant; empty where there is but one. */
    operationName: z.string(),
  }),
  z.object({ kind: z.literal('form'), fields: z.array(switchableSchema) }),
  z.object({
    kind: z.literal('multipart'),
    parts: z.array(
      z.object({
        name: z.string(),
        on: z.boolean(),
        value: z.string().optional(),
        /** Path of a file on the engine's machine, instead of a value. */
        file: z.string().optional(),
        contentType: z.string().optional(),
        fileName: z.string().optional(),
      }),
    ),
  }),
  z.object({ kind: z.literal('bytes'), base64: z.string(), contentType: z.string() }),
  z.object({ kind: z.literal('file'), path: z.string(), contentType: z.string() }),
]);
export type DraftBody = z.infer<typeof draftBodySchema>;

/** Settings of a scheme by the names of its form; texts, switches and secrets. Each scheme validates its own. */
export const schemeSettingsSchema = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), secretTextSchema]),
);
export type SchemeSettings = z.infer<typeof schemeSettingsSchema>;

export const draftAuthSchema = z.discriminatedUnion('kind', [
  /** That of the nearest folder that has one, or of the workspace (effective-auth.ts). */
  z.object({ kind: z.literal('inherit') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('profile'), profileId: z.string() }),
  z.object({ kind: z.literal('own'), scheme: z.string(), settings: schemeSettingsSchema }),
]);
export type DraftAuth = z.infer<typeof draftAuthSchema>;

const draftProxySchema = z.object({
  url: z.string(),
  username: z.string(),
  password: secretTextSchema,
  /** `automatic` where absent. */
  scheme: proxyAuthSchema.optional(),
  /** Whether the certificate of an HTTPS proxy is checked; as the server's where absent. */
  verifyTls: z.boolean().optional(),
});
export type DraftProxy = z.infer<typeof draftProxySchema>;

const draftSettingsSchema = z.object({
  followRedirects: z.boolean(),
  maxRedirects: z.number().int().min(0).max(50),
  /** Deadline of the whole attempt in milliseconds; 0 means none. */
  timeoutMs: z.number().int().min(0).max(3_600_000),
  verifyTls: z.boolean(),
  /** Origins (scheme://host:port) to which credentials may follow a redirect, besides the request's own. */
  trustedOrigins: z.array(z.string()),
  /** In the place of the app's own setting. */
  proxy: draftProxySchema.optional(),
  /** Hosts that are reached without any proxy, in the place of every other such list; `*` for all. */
  noProxy: z.string().optional(),
  /** PEM file with authorities to trust besides the system's. */
  caFile: z.string().optional(),
  /** Shown to the request's own server, before any of the workspace's. */
  clientCertificate: clientCertificateSchema.optional(),
  /** Send what the environment's cookie jar holds for the address, and keep what answers set. */
  cookies: z.boolean(),
  /** Added to this computer's clock where a time is signed, in milliseconds. */
  clockOffsetMs: z.number().int().optional(),
  ...connectionSettingsShape,
});
export type DraftSettings = z.infer<typeof draftSettingsSchema>;

export const draftSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** Path of folders in the tree, outermost first. */
  folder: z.array(z.string()),
  method: z.string(),
  /** Without the query: that is `params`. */
  url: z.string(),
  params: z.array(paramSchema),
  /** Values of the segments ":name" of the path. */
  pathParams: z.array(pathParamSchema),
  fields: z.array(switchableSchema),
  /** Lower-case names of fields that nobody typed (defaults, the scheme's, the cookie jar's) and that are switched off. */
  fieldsOff: z.array(z.string()),
  body: draftBodySchema,
  auth: draftAuthSchema,
  settings: draftSettingsSchema,
  /** In force for this request alone; absent where it has none. */
  variables: z.array(variableSchema).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const defaultDraftSettings: DraftSettings = {
  followRedirects: true,
  maxRedirects: 10,
  timeoutMs: 60_000,
  verifyTls: true,
  trustedOrigins: [],
  cookies: true,
};

/** A request that was begun elsewhere and says all by itself: it takes no auth from where it is put. */
export const emptyDraft = (id: string): Draft => ({
  id,
  name: '',
  folder: [],
  method: 'GET',
  url: '',
  params: [],
  pathParams: [],
  fields: [],
  fieldsOff: [],
  body: { kind: 'none' },
  auth: { kind: 'none' },
  settings: defaultDraftSettings,
});

/** What "New request" begins with: the folder or the workspace says how it proves who sends it. */
export const newDraft = (id: string): Draft => ({ ...emptyDraft(id), auth: { kind: 'inherit' } });

/** Splits a typed address into base and query pieces; `joinUrl` is its exact inverse for pieces that are on. A fragment is dropped: it is never sent. */
export const splitUrl = (typed: string): { readonly url: string; readonly params: readonly Param[] } => {
  const [withoutFragment = ''] = typed.split('#', 1);
  const mark = withoutFragment.indexOf('?');
  if (mark < 0) return { url: withoutFragment, params: [] };
  const params = withoutFragment
    .slice(mark + 1)
    .split('&')
    .map((piece): Param => {
      const equals = piece.indexOf('=');
      return equals < 0
        ? { name: piece, on: true }
        : { name: piece.slice(0, equals), value: piece.slice(equals + 1), on: true };
    });
  return { url: withoutFragment.slice(0, mark), params };
};

export const joinUrl = (url: string, params: readonly Param[]): string => {
  const on = params.filter((param) => param.on);
  if (on.length === 0) return url;
  return `${url}?${on.map((p) => (p.value === undefined ? p.name : `${p.name}=${p.value}`)).join('&')}`;
};
