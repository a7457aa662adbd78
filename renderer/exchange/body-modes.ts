import type { Body } from '../../shared/exchange/exchange.ts';
import { parseJson } from '../../shared/exchange/json.ts';

/** How a body can be looked at. */
export type BodyMode = 'pretty' | 'tree' | 'text' | 'preview' | 'hex';

export const modeLabels: Readonly<Record<BodyMode, string>> = {
  pretty: 'Pretty',
  tree: 'Tree',
  text: 'Text',
  preview: 'Preview',
  hex: 'Hex',
};

/** Images that the window may draw from a data: address; SVG is shown as text. */
const image = /^image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)$/;

/** "application/json; charset=utf-8" without its parameters, lower case. */
export const mediaType = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const isJson = (text: string, type: string): boolean =>
  /[/+]json$/.test(type) || (/^\s*[[{]/.test(text) && parseJson(text) !== undefined);

/** The ways that fit, the best one first; empty where there is no body. */
export const modesOf = (body: Body, contentType: string | undefined): readonly BodyMode[] => {
  const type = mediaType(contentType);
  switch (body.kind) {
    case 'none':
      return [];
    case 'text':
      return body.text === ''
        ? []
        : isJson(body.text, type)
          ? ['pretty', 'tree', 'text', 'hex']
          : ['text', 'hex'];
    case 'bytes':
      return image.test(type) ? ['preview', 'hex'] : ['hex'];
    case 'file':
      return body.head === undefined ? ['hex'] : ['text', 'hex'];
    default:
      return body satisfies never;
  }
};

/** The editor's name for the language of a body. */
export const languageOf = (
  mode: BodyMode,
  contentType: string | undefined,
): 'json' | 'xml' | 'html' | 'plaintext' => {
  const type = mediaType(contentType);
  if (mode === 'pretty' || /[/+]json$/.test(type)) return 'json';
  if (/[/+]xml$/.test(type)) return 'xml';
  if (type === 'text/html') return 'html';
  return 'plaintext';
};

/** Name under which a body is saved: the last piece of the path, with a fitting ending. */
export const fileNameOf = (url: string, contentType: string | undefined): string => {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').findLast((piece) => piece !== '') ?? 'body';
  const name = last.replace(/[^\w.-]+/g, '-').slice(0, 80);
  if (/\.[a-z0-9]{1,5}$/i.test(name)) return name;
  const type = mediaType(contentType);
  const ending = /[/+]json$/.test(type)
    ? 'json'
    : /[/+]xml$/.test(type)
      ? 'xml'
      : type === 'text/html'
        ? 'html'
        : image.exec(type)?.[0].slice(6);
  return `${name}.${ending ?? (type.startsWith('text/') ? 'txt' : 'bin')}`;
};
