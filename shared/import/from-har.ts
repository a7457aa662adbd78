import { readHar } from '../exchange/har.ts';
import { draftOfAttempt } from './draft-of-exchange.ts';
import type { Importer } from './importer.ts';

/** A HAR file's text, or a case file that holds one. */
export const fromHar: Importer = {
  form: 'har',
  read(text, newId) {
    if (!text.startsWith('{') || !/"entries"\s*:/.test(text)) return undefined;
    const read = readHar(text, newId());
    if (!read.ok) return { kind: 'unknown', why: read.message };
    const draft = draftOfAttempt(read.attempt, newId);
    return {
      kind: 'attempt',
      from: 'har',
      attempt: read.attempt,
      ...(draft === undefined ? {} : { draft }),
      notes: read.problems,
    };
  },
};
