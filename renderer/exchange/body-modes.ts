import type { Body } from '../../shared/exchange/exchange.ts';
import { parseJson } from '../../shared/exchange/json.ts';
import { pathIn } from '../../shared/exchange/url.ts';
import { largestMarkup, type Markup } from './pretty-markup.ts';

/** How a body can be looked at. */
export type BodyMode = 'pretty' | 'tree' | 'text' | 'preview' | 'hex';

export const modeLabels: Readonly<Record<BodyMode, string>> = {
  pretty: 'Pretty',
  tree: 'Tree',
  text: 'Text',
  preview: 'Preview',
  hex: 'Hex',
};

/** Images that the window may draw from a data: address. Drawn as an image, SVG runs no script and loads nothing. */
const image = /^image\/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/;

const page = /^(?:text\/html|application\/xhtml\+xml)$/;

/** Larger ones are not drawn, in bytes. */
const largestDrawn = 33_554_432;

/** How a preview is drawn. */
export type PreviewKind = 'image' | 'page' | 'pdf';

export const previewOf = (contentType: string | undefined): PreviewKind | undefined => {
  const type = mediaType(contentType);
  if (type === 'application/pdf') return 'pdf';
  return image.test(type) ? 'image' : page.test(type) ? 'page' : undefined;
};

/** More text than this is not handed to the editor, and not read into values: a worker looks at it. */
const largestInWindow = 262_144;

export const isLarge = (body: Body, mode: BodyMode): boolean =>
  body.kind === 'file' || (body.kind === 'text' && mode !== 'text' && body.text.length > largestInWindow);

/** "application/json; charset=utf-8" without its parameters, lower case. */
export const mediaType = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const isJson = (text: string, type: string): boolean =>
  /[/+]json$/.test(type) || (/^\s*[[{]/.test(text) && parseJson(text) !== undefined);

/** The language in which a text is laid out in lines; an XML declaration says more than the type. */
export const prettyLanguage = (
  text: string,
  contentType: string | undefined,
): 'json' | Markup | undefined => {
  const type = mediaType(contentType);
  if (isJson(text, type)) return 'json';
  if (text.length > largestMarkup) return undefined;
  if (page.test(type)) return 'html';
  return /[/+]xml$/.test(type) || /^\s*<\?xml\s/.test(text) ? 'xml' : undefined;
};

/** Of a file only the beginning is known. */
const isJsonHead = (head: string, type: string): boolean => /[/+]json$/.test(type) || /^\s*[[{]/.test(head);

const structured: readonly BodyMode[] = ['pretty', 'tree'];

const laidOutModes = (text: string, contentType: string | undefined): readonly BodyMode[] => {
  const language = prettyLanguage(text, contentType);
  return language === 'json' ? structured : language === undefined ? [] : ['pretty'];
};

/** The ways that fit, the best one first; empty where there is no body. */
export const modesOf = (body: Body, contentType: string | undefined): readonly BodyMode[] => {
  const type = mediaType(contentType);
  const preview: readonly BodyMode[] = previewOf(contentType) === undefined ? [] : ['preview'];
  switch (body.kind) {
    case 'none':
      return [];
    case 'text':
      if (body.text === '') return [];
      return [...laidOutModes(body.text, contentType), 'text', ...preview, 'hex'];
    case 'bytes':
      return [...preview, 'hex'];
    case 'file': {
      const drawn = body.size <= largestDrawn ? preview : [];
      if (body.head === undefined) return [...drawn, 'hex'];
      return [...(isJsonHead(body.head, type) ? structured : []), 'text', ...drawn, 'hex'];
    }
    default:
      return body satisfies never;
  }
};

/** Name under which a body is saved: the last piece of the path, with a fitting ending. */
export const fileNameOf = (url: string, contentType: string | undefined): string => {
  const path = pathIn(url) ?? '';
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

/** What searches a body in a mode: the bar above it, the editor's own search, or nothing. */
export const searchedBy = (body: Body, mode: BodyMode): 'bar' | 'editor' | undefined => {
  switch (mode) {
    case 'text':
      return 'bar';
    case 'pretty':
      return isLarge(body, mode) ? 'bar' : 'editor';
    case 'tree':
    case 'preview':
    case 'hex':
      return undefined;
    default:
      return mode satisfies never;
  }
};
