import { z } from 'zod';
import type { Draft, DraftBody, DraftSettings, Param, Switchable } from './draft.ts';
import {
  decodeClientCertificate,
  encodeClientCertificate,
  savedClientCertificateSchema,
} from './client-certificate.ts';
import { connectionSettingsOf, connectionSettingsShape } from './connection-settings.ts';
import { proxyAuthSchema } from '../proxy/network-settings.ts';
import { defaultDraftSettings } from './draft.ts';
import { defineFormat } from './format.ts';
import { decodeAuth, encodeAuth, savedAuthSchema } from './saved-auth.ts';
import { bodySpans, fieldSpans, paramSpans, urlSpans } from './secret-spans.ts';
import {
  decodeSetting,
  decodeText,
  savedSettingSecretSchema,
  savedTextSchema,
  type SavedText,
  type SecretSink,
  type SecretSource,
} from './saved-text.ts';
import { decodeOwnVariables, encodeVariables, savedVariablesSchema } from './saved-variables.ts';

/**
 * A saved request as its file holds it: what is as usual is left out, what is switched off says `off: true`, secrets are
 * in the vault. Its place in the tree is the folder that the file lies in.
 */

const off = z.literal(true).optional();

const savedSwitchable = z.strictObject({ name: z.string(), value: savedTextSchema, off });

const savedBody = z.union([
  z.strictObject({ text: savedTextSchema, contentType: z.string() }),
  z.strictObject({
    graphql: savedTextSchema,
    variables: savedTextSchema.optional(),
    operationName: z.string().optional(),
  }),
  z.strictObject({ form: z.array(savedSwitchable) }),
  z.strictObject({
    multipart: z.array(
      z.strictObject({
        name: z.string(),
        value: savedTextSchema.optional(),
        file: z.string().optional(),
        fileName: z.string().optional(),
        contentType: z.string().optional(),
        off,
      }),
    ),
  }),
  z.strictObject({ base64: z.string(), contentType: z.string() }),
  z.strictObject({ file: z.string(), contentType: z.string() }),
]);
type SavedBody = z.infer<typeof savedBody>;

const savedRequestSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1).max(200),
  name: z.string().max(1000),
  method: z.string().max(200),
  url: savedTextSchema,
  params: z.array(z.strictObject({ name: z.string(), value: savedTextSchema.optional(), off })).optional(),
  pathParams: z.array(z.strictObject({ name: z.string(), value: savedTextSchema })).optional(),
  fields: z.array(savedSwitchable).optional(),
  fieldsOff: z.array(z.string()).optional(),
  body: savedBody.optional(),
  auth: savedAuthSchema.optional(),
  variables: savedVariablesSchema.optional(),
  settings: z
    .strictObject({
      followRedirects: z.boolean().optional(),
      maxRedirects: z.number().int().min(0).max(50).optional(),
      timeoutMs: z.number().int().min(0).max(3_600_000).optional(),
      verifyTls: z.boolean().optional(),
      cookies: z.boolean().optional(),
      trustedOrigins: z.array(z.string()).optional(),
      proxy: z
        .strictObject({
          url: savedTextSchema,
          username: z.string(),
          password: savedSettingSecretSchema,
          scheme: proxyAuthSchema.optional(),
          verifyTls: z.boolean().optional(),
        })
        .optional(),
      noProxy: z.string().optional(),
      caFile: z.string().optional(),
      clientCertificate: savedClientCertificateSchema.optional(),
      clockOffsetMs: z.number().int().optional(),
      ...connectionSettingsShape,
    })
    .optional(),
});
export type SavedRequest = z.infer<typeof savedRequestSchema>;

export const requestFormat = defineFormat({
  what: 'request',
  version: 1,
  schema: savedRequestSchema,
  upgrades: [],
});

/** Counts occurrences of a name, so that a place is stable while other entries come and go. */
const places = (prefix: string): ((name: string) => string) => {
  const seen = new Map<string, number>();
  return (name) => {
    const key = name.toLowerCase();
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${prefix}/${key}/${count}`;
  };
};

const offIf = (on: boolean): { off?: true } => (on ? {} : { off: true });

const encodeSwitchables = (
  list: readonly Switchable[],
  prefix: string,
  spans: typeof fieldSpans,
  sink: SecretSink,
): { name: string; value: SavedText; off?: true }[] => {
  const place = places(prefix);
  return list.map(({ name, value, on }) => ({
    name,
    value: sink.text(place(name), value, spans(name, value)),
    ...offIf(on),
  }));
};

const decodeSwitchables = (
  list: readonly z.infer<typeof savedSwitchable>[],
  prefix: string,
  source: SecretSource,
): Switchable[] => {
  const place = places(prefix);
  return list.map((item) => ({
    name: item.name,
    value: decodeText(item.value, place(item.name), source),
    on: item.off !== true,
  }));
};

const encodeBody = (body: Exclude<DraftBody, { kind: 'none' }>, sink: SecretSink): SavedBody => {
  switch (body.kind) {
    case 'text':
      return { contentType: body.contentType, text: sink.text('body', body.text, bodySpans(body.text)) };
    case 'graphql':
      return {
        graphql: sink.text('body/query', body.query, bodySpans(body.query)),
        ...(body.variables === ''
          ? {}
          : { variables: sink.text('body/variables', body.variables, bodySpans(body.variables)) }),
        ...(body.operationName === '' ? {} : { operationName: body.operationName }),
      };
    case 'form':
      return { form: encodeSwitchables(body.fields, 'body', paramSpans, sink) };
    case 'multipart': {
      const place = places('body');
      return {
        multipart: body.parts.map(({ name, value, file, fileName, contentType, on }) => ({
          name,
          ...(value === undefined ? {} : { value: sink.text(place(name), value, paramSpans(name, value)) }),
          ...(file === undefined ? {} : { file }),
          ...(fileName === undefined ? {} : { fileName }),
          ...(contentType === undefined ? {} : { contentType }),
          ...offIf(on),
        })),
      };
    }
    case 'bytes':
      return { contentType: body.contentType, base64: body.base64 };
    case 'file':
      return { contentType: body.contentType, file: body.path };
    default:
      return body satisfies never;
  }
};

const decodeBody = (saved: SavedBody | undefined, source: SecretSource): DraftBody => {
  if (saved === undefined) return { kind: 'none' };
  if ('text' in saved) {
    return { kind: 'text', text: decodeText(saved.text, 'body', source), contentType: saved.contentType };
  }
  if ('graphql' in saved) {
    return {
      kind: 'graphql',
      query: decodeText(saved.graphql, 'body/query', source),
      variables: decodeText(saved.variables ?? '', 'body/variables', source),
      operationName: saved.operationName ?? '',
    };
  }
  if ('form' in saved) return { kind: 'form', fields: decodeSwitchables(saved.form, 'body', source) };
  if ('base64' in saved) return { kind: 'bytes', base64: saved.base64, contentType: saved.contentType };
  if ('file' in saved) return { kind: 'file', path: saved.file, contentType: saved.contentType };
  const place = places('body');
  return {
    kind: 'multipart',
    parts: saved.multipart.map(({ off: isOff, value, ...part }) => ({
      ...part,
      ...(value === undefined ? {} : { value: decodeText(value, place(part.name), source) }),
      on: isOff !== true,
    })),
  };
};

const encodeDraftSettings = (
  settings: DraftSettings,
  sink: SecretSink,
): NonNullable<SavedRequest['settings']> => {
  const usual = defaultDraftSettings;
  const { proxy, noProxy, caFile, clientCertificate } = settings;
  return {
    ...(settings.followRedirects === usual.followRedirects
      ? {}
      : { followRedirects: settings.followRedirects }),
    ...(settings.maxRedirects === usual.maxRedirects ? {} : { maxRedirects: settings.maxRedirects }),
    ...(settings.timeoutMs === usual.timeoutMs ? {} : { timeoutMs: settings.timeoutMs }),
    ...(settings.verifyTls === usual.verifyTls ? {} : { verifyTls: settings.verifyTls }),
    ...(settings.cookies === usual.cookies ? {} : { cookies: settings.cookies }),
    ...(settings.trustedOrigins.length === 0 ? {} : { trustedOrigins: settings.trustedOrigins }),
    ...(proxy === undefined
      ? {}
      : {
          proxy: {
            url: sink.text('proxy/url', proxy.url, urlSpans(proxy.url)),
            username: proxy.username,
            password: sink.setting('proxy/password', proxy.password),
            ...(proxy.scheme === undefined ? {} : { scheme: proxy.scheme }),
            ...(proxy.verifyTls === undefined ? {} : { verifyTls: proxy.verifyTls }),
          },
        }),
    ...(noProxy === undefined ? {} : { noProxy }),
    ...(caFile === undefined ? {} : { caFile }),
    ...(clientCertificate === undefined
      ? {}
      : { clientCertificate: encodeClientCertificate(clientCertificate, sink) }),
    ...(settings.clockOffsetMs === undefined || settings.clockOffsetMs === 0
      ? {}
      : { clockOffsetMs: settings.clockOffsetMs }),
    ...connectionSettingsOf(settings),
  };
};

const decodeDraftSettings = (saved: SavedRequest['settings'], source: SecretSource): DraftSettings => {
  if (saved === undefined) return defaultDraftSettings;
  const { proxy, clientCertificate, ...plain } = saved;
  return {
    ...defaultDraftSettings,
    ...plain,
    ...(clientCertificate === undefined
      ? {}
      : { clientCertificate: decodeClientCertificate(clientCertificate, source) }),
    ...(proxy === undefined
      ? {}
      : {
          proxy: {
            ...proxy,
            url: decodeText(proxy.url, 'proxy/url', source),
            password: decodeSetting(proxy.password, 'proxy/password', source),
          },
        }),
  };
};

/** The keys come in the order in which a person reads a request. */
export const encodeRequest = (draft: Draft, sink: SecretSink): SavedRequest => {
  const param = places('params');
  const params = draft.params.map((item: Param) => ({
    name: item.name,
    ...(item.value === undefined
      ? {}
      : { value: sink.text(param(item.name), item.value, paramSpans(item.name, item.value)) }),
    ...offIf(item.on),
  }));
  const segment = places('path');
  const pathParams = draft.pathParams.map(({ name, value }) => ({
    name,
    value: sink.text(segment(name), value, paramSpans(name, value)),
  }));
  const fields = encodeSwitchables(draft.fields, 'fields', fieldSpans, sink);
  const settings = encodeDraftSettings(draft.settings, sink);
  return {
    version: 1,
    id: draft.id,
    name: draft.name,
    method: draft.method,
    url: sink.text('url', draft.url, urlSpans(draft.url)),
    ...(params.length === 0 ? {} : { params }),
    ...(pathParams.length === 0 ? {} : { pathParams }),
    ...encodeAuth(draft.auth, sink),
    ...(fields.length === 0 ? {} : { fields }),
    ...(draft.fieldsOff.length === 0 ? {} : { fieldsOff: draft.fieldsOff }),
    ...(draft.body.kind === 'none' ? {} : { body: encodeBody(draft.body, sink) }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...encodeVariables(draft.variables, sink),
  };
};

export const decodeRequest = (
  saved: SavedRequest,
  folder: readonly string[],
  source: SecretSource,
): Draft => {
  const param = places('params');
  const segment = places('path');
  return {
    id: saved.id,
    name: saved.name,
    folder: [...folder],
    method: saved.method,
    url: decodeText(saved.url, 'url', source),
    params: (saved.params ?? []).map((item) => ({
      name: item.name,
      ...(item.value === undefined ? {} : { value: decodeText(item.value, param(item.name), source) }),
      on: item.off !== true,
    })),
    pathParams: (saved.pathParams ?? []).map(({ name, value }) => ({
      name,
      value: decodeText(value, segment(name), source),
    })),
    fields: decodeSwitchables(saved.fields ?? [], 'fields', source),
    fieldsOff: saved.fieldsOff ?? [],
    body: decodeBody(saved.body, source),
    auth: decodeAuth(saved.auth, source),
    settings: decodeDraftSettings(saved.settings, source),
    ...decodeOwnVariables(saved.variables, source),
  };
};
