import { emptyDraft, splitUrl, type Draft, type DraftBody, type Switchable } from '../workspace/draft.ts';
import type { Importer, Pasted } from './importer.ts';
import { JsReader, NotALiteral, pairsOf, type JsValue } from './js-literal.ts';

/** A `fetch(…)` call, as browsers copy it and as people write it. Nothing is run. */
export const fromFetch: Importer = {
  form: 'fetch',
  read(text, newId) {
    const call = /^[^"'`]{0,200}?\bfetch\s*\(/.exec(text.slice(0, 5_000));
    if (call === null) return undefined;
    try {
      return read(new JsReader(text, call[0].length), newId);
    } catch (error) {
      if (!(error instanceof NotALiteral)) throw error;
      const line = text.slice(0, error.at).split('\n').length;
      return {
        kind: 'unknown',
        why: `The fetch() call uses a variable or an expression in line ${line}: put its value there and paste it again.`,
      };
    }
  },
};

const read = (reader: JsReader, newId: () => string): Pasted => {
  const address = reader.value();
  const options = reader.takes(',') && !reader.takes(')') ? reader.value() : {};
  if (typeof address !== 'string' || !/^(https?:)?\/\//i.test(address)) {
    return { kind: 'unknown', why: 'The fetch() call has no absolute address: add https:// and the host.' };
  }
  const notes: string[] = [];
  const draft = draftOf(address, isOptions(options) ? options : {}, notes, newId());
  return { kind: 'request', from: 'fetch', draft, further: [], notes };
};

type Options = { readonly [name: string]: JsValue };

const isOptions = (value: JsValue): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const draftOf = (address: string, options: Options, notes: string[], id: string): Draft => {
  const { url, params } = splitUrl(address.startsWith('//') ? `https:${address}` : address);
  const headers = pairsOf(options['headers'] ?? {});
  const fields: Switchable[] = headers.map(([name, value]) => ({ name, value: value.trim(), on: true }));
  const referrer = options['referrer'];
  if (typeof referrer === 'string' && /^https?:/i.test(referrer) && !has(fields, 'referer')) {
    fields.push({ name: 'Referer', value: referrer, on: true });
  }
  if (options['credentials'] !== 'omit' && !has(fields, 'cookie')) {
    notes.push('A browser adds its cookies to a fetch(): they are not in the text.');
  }
  const method = options['method'];
  const body = options['body'];
  return {
    ...emptyDraft(id),
    method: typeof method === 'string' && method !== '' ? method : 'GET',
    url,
    params: [...params],
    fields,
    body: bodyOf(body, notes),
    settings: { ...emptyDraft(id).settings, followRedirects: (options['redirect'] ?? 'follow') === 'follow' },
  };
};

const has = (fields: readonly Switchable[], name: string): boolean =>
  fields.some((field) => field.name.toLowerCase() === name);

/** A text has the type that fetch() gives it (Fetch Standard, "extract a body"). */
const bodyOf = (body: JsValue, notes: string[]): DraftBody => {
  if (body === undefined || body === null) return { kind: 'none' };
  if (typeof body === 'string') return { kind: 'text', text: body, contentType: 'text/plain;charset=UTF-8' };
  notes.push('The body is no text and was left out: add it.');
  return { kind: 'none' };
};
