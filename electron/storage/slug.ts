import { percentDecoded } from '../../shared/exchange/percent.ts';

/** Names of files and folders, made from names that people give. */

/** What no file system takes, and what would lead out of the folder. */
const notInSegments = /[\u0000-\u001f\u007f/\\:*?"<>|%]/g;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const percent = (char: string): string =>
  [...Buffer.from(char, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

/** A folder's name on disk; `folderName` reads it back. */
export const folderSegment = (name: string): string => {
  const safe = name.normalize('NFC').replaceAll(notInSegments, percent);
  if (safe === '') return '%';
  const ends = safe.replace(/^[. ]|[. ]$/g, percent);
  return reserved.test(ends) ? percent(ends.slice(0, 1)) + ends.slice(1) : ends;
};

export const folderName = (segment: string): string => {
  if (segment === '%') return '';
  // One that was made by hand may have a percent sign of its own.
  return percentDecoded(segment).normalize('NFC');
};

/** A file's name without its ending: readable, the same on every file system. */
export const slugOf = (name: string, otherwise: string): string => {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  if (slug === '') return otherwise;
  return reserved.test(slug) ? `${slug}-${otherwise}` : slug;
};
