import { maskField, maskText, maskUrl } from '../../exchange/redact.ts';
import { contentTypes } from '../../collections/gathering.ts';
import { defaultDraftSettings, joinUrl, type Draft, type Param } from '../../workspace/draft.ts';
import { postmanAuth } from './postman-auth.ts';
import type { OpenAuth } from './source.ts';

type Json = Readonly<Record<string, unknown>>;

export interface WrittenRequest {
  readonly item: Json;
  readonly left: readonly string[];
}

/** A request as an item of Postman's format 2.1. */
export const postmanRequest = (
  draft: Draft & { readonly auth: OpenAuth },
  masked: boolean,
): WrittenRequest => {
  const { auth, left: ofAuth } = postmanAuth(draft.auth, masked);
  const { body, left: ofBody } = bodyOf(draft, masked);
  const { behavior, left: ofSettings } = behaviorOf(draft);
  const contentType = typedContentType(draft);
  return {
    item: {
      name: draft.name === '' ? draft.url : draft.name,
      ...(behavior === undefined ? {} : { protocolProfileBehavior: behavior }),
      request: {
        ...(auth === undefined ? {} : { auth }),
        method: draft.method,
        header: [
          ...draft.fields.map(({ name, value, on }) => ({
            key: name,
            value: masked ? maskField({ name, value }, false) : value,
            ...(on ? {} : { disabled: true }),
          })),
          ...(contentType === undefined ? [] : [{ key: 'Content-Type', value: contentType }]),
        ],
        ...(body === undefined ? {} : { body }),
        url: urlOf(draft, masked),
      },
      response: [],
    },
    left: [
      ...ofAuth,
      ...ofBody,
      ...ofSettings,
      ...((draft.variables ?? []).length === 0 ? [] : ['Variables of a request']),
    ],
  };
};

const urlOf = ({ url, params, pathParams }: Draft, masked: boolean): Json => {
  const shown = (text: string): string => (masked ? maskUrl(text) : text);
  const raw = shown(joinUrl(url, params));
  const [, protocol, host = '', port, path = ''] =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?((?:\{\{[^{}]*\}\}|\[[^\]]*\]|[^/:?])*)(?::([^/?]*))?(?:\/([^?]*))?/.exec(
      shown(url),
    ) ?? [];
  return {
    raw,
    ...(protocol === undefined ? {} : { protocol }),
    host: host === '' ? [] : /^\{\{|^\[/.test(host) ? [host] : host.split('.'),
    ...(port === undefined ? {} : { port }),
    path: path === '' ? [] : path.split('/'),
    ...(params.length === 0 ? {} : { query: params.map((param) => rowOf(param, masked)) }),
    ...(pathParams.length === 0
      ? {}
      : { variable: pathParams.map(({ name, value }) => ({ key: name, value })) }),
  };
};

const rowOf = ({ name, value, on }: Param, masked: boolean): Json => {
  const piece = value === undefined ? name : `${name}=${value}`;
  const shown = masked ? maskUrl(`?${piece}`).slice(1) : piece;
  return {
    key: name,
    value: value === undefined ? null : shown.slice(name.length + 1),
    ...(on ? {} : { disabled: true }),
  };
};

/** Postman knows five languages of a text; any other type is a field. */
const languageOf = (contentType: string): string | undefined =>
  Object.entries(contentTypes).find(([, type]) => type === contentType)?.[0];

const typedContentType = ({ body, fields }: Draft): string | undefined => {
  if (body.kind !== 'text' || body.contentType === '' || languageOf(body.contentType) !== undefined)
    return undefined;
  return fields.some(({ name, on }) => on && name.toLowerCase() === 'content-type')
    ? undefined
    : body.contentType;
};

const bodyOf = (
  { body }: Draft,
  masked: boolean,
): { readonly body?: Json; readonly left: readonly string[] } => {
  const shown = (text: string): string => (masked ? maskText(text, false) : text);
  switch (body.kind) {
    case 'none':
      return { left: [] };
    case 'text': {
      const language = languageOf(body.contentType) ?? 'text';
      return { body: { mode: 'raw', raw: shown(body.text), options: { raw: { language } } }, left: [] };
    }
    case 'graphql': {
      const { query, operationName } = body;
      const graphql = {
        query,
        variables: shown(body.variables),
        ...(operationName === '' ? {} : { operationName }),
      };
      return { body: { mode: 'graphql', graphql }, left: [] };
    }
    case 'form':
      return {
        body: {
          mode: 'urlencoded',
          urlencoded: body.fields.map(({ name, value, on }) => ({
            key: name,
            value: shownPair(name, value, masked),
            type: 'text',
            ...(on ? {} : { disabled: true }),
          })),
        },
        left: [],
      };
    case 'multipart':
      return {
        body: {
          mode: 'formdata',
          formdata: body.parts.map(({ name, on, value, file, contentType }) => ({
            key: name,
            ...(file === undefined
              ? { type: 'text', value: shownPair(name, value ?? '', masked) }
              : { type: 'file', src: file }),
            ...(contentType === undefined ? {} : { contentType }),
            ...(on ? {} : { disabled: true }),
          })),
        },
        left: body.parts.some(({ fileName }) => fileName !== undefined) ? ['Names of files in a form'] : [],
      };
    case 'file':
      return { body: { mode: 'file', file: { src: body.path } }, left: [] };
    case 'bytes':
      return { left: ['A body that is no text'] };
    default:
      return body satisfies never;
  }
};

/** Whether a value is a secret is told by its name, as in a form that was sent. */
const shownPair = (name: string, value: string, masked: boolean): string =>
  masked
    ? maskUrl(`?${encodeURIComponent(name)}=${value}`).slice(encodeURIComponent(name).length + 2)
    : value;

/** Settings that Postman keeps beside the request. */
const behaviorOf = ({
  settings,
  fieldsOff,
}: Draft): { readonly behavior?: Json; readonly left: readonly string[] } => {
  const { followRedirects, maxRedirects, verifyTls, ...rest } = settings;
  const behavior = {
    ...(followRedirects ? {} : { followRedirects }),
    ...(maxRedirects === defaultDraftSettings.maxRedirects ? {} : { maxRedirects }),
    ...(verifyTls ? {} : { strictSSL: false }),
    ...(fieldsOff.length === 0
      ? {}
      : { disabledSystemHeaders: Object.fromEntries(fieldsOff.map((name) => [name, true])) }),
  };
  const usual: Readonly<Record<string, unknown>> = defaultDraftSettings;
  const lost = Object.entries(rest).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]),
  );
  return {
    ...(Object.keys(behavior).length === 0 ? {} : { behavior }),
    left:
      lost.length === 0
        ? []
        : ['Settings that Postman keeps elsewhere (proxy, certificates, time limit, names)'],
  };
};
