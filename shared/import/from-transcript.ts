import { looksLikeTranscript, readCurlTranscript } from '../exchange/curl-transcript.ts';
import { draftOfAttempt } from './draft-of-exchange.ts';
import type { Importer } from './importer.ts';

/** What `curl -v` printed. */
export const fromTranscript: Importer = {
  form: 'transcript',
  read(text, newId) {
    if (!looksLikeTranscript(text)) return undefined;
    const read = readCurlTranscript(text, newId());
    if (!read.ok) return undefined;
    const draft = draftOfAttempt(read.attempt, newId);
    return {
      kind: 'attempt',
      from: 'transcript',
      attempt: read.attempt,
      ...(draft === undefined ? {} : { draft }),
      notes: read.problems,
    };
  },
};
