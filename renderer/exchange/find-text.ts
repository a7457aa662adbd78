import type { Span } from '../../shared/http-auth/auth.ts';
import { mostPlaces } from './large/find-bytes.ts';

/** Where words stand in a text, in any case. Offsets count the text's code units. */
export const findText = (text: string, words: string): readonly Span[] => {
  if (words === '') return [];
  // Folding the whole text could change its length, and with it the offsets.
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'giu');
  const places: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    places.push({ start: match.index, end: match.index + match[0].length });
    if (places.length === mostPlaces) break;
  }
  return places;
};
