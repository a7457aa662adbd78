import { readRawHttp } from '../exchange/raw-http.ts';
import { draftOfAttempt } from './draft-of-exchange.ts';
import type { Importer } from './importer.ts';

/** A raw request becomes a request to send; with an answer, or an answer alone, it is an attempt to explain. */
export const fromRawHttp: Importer = {
  form: 'raw-http',
  read(text, newId) {
    const read = readRawHttp(text, newId());
    if (!read.ok) return undefined;
    const draft = draftOfAttempt(read.attempt, newId);
    if (!read.sawResponse && draft !== undefined) {
      return { kind: 'request', from: 'raw-http', draft, further: [], notes: read.problems };
    }
    return {
      kind: 'attempt',
      from: 'raw-http',
      attempt: read.attempt,
      ...(draft === undefined ? {} : { draft }),
      notes: read.problems,
    };
  },
};
