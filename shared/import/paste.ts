import type { Pasted } from './importer.ts';
import { importers } from './importers.ts';

export type { Pasted, PasteForm } from './importer.ts';

/** The longest text that is looked at, in characters. */
export const PASTE_LIMIT = 25_000_000;

/**
 * Says what a pasted text is: a request, an attempt to explain, a token, challenges, credentials. Pure, sends nothing,
 * never throws. `newId` gives each request its own id.
 */
export const readPaste = (text: string, newId: () => string): Pasted => {
  if (text.length > PASTE_LIMIT) {
    return {
      kind: 'unknown',
      why: 'The text is longer than 25 MB. Paste the failing request and its answer alone.',
    };
  }
  const bare = text.replace(/^\ufeff/, '').trim();
  if (bare === '') return { kind: 'unknown', why: 'There is no text on the clipboard.' };
  for (const importer of importers) {
    const pasted = importer.read(bare, newId);
    if (pasted !== undefined) return pasted;
  }
  return {
    kind: 'unknown',
    why: 'This is no curl command, HTTP message, HAR, fetch() call, PowerShell script, token, challenge or address that could be read.',
  };
};
