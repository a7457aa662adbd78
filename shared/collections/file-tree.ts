import type { ParsedFile } from './collection.ts';

/** A file with its place inside the collection. */
export interface PlacedFile extends ParsedFile {
  readonly folder: readonly string[];
  readonly base: string;
}

const partsOf = (name: string): readonly string[] =>
  name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');

/** Places relative to the folder that the marker file (`bruno.json`) lies in; where there is none, to what all share. */
export const placed = (files: readonly ParsedFile[], markers: readonly string[]): readonly PlacedFile[] => {
  const paths = files.map((file) => ({ file, parts: partsOf(file.name) }));
  const marker = paths
    .filter(({ parts }) => markers.includes(parts.at(-1) ?? ''))
    .toSorted((a, b) => a.parts.length - b.parts.length)[0];
  const root =
    marker === undefined ? shared(paths.map(({ parts }) => parts.slice(0, -1))) : marker.parts.slice(0, -1);
  return paths
    .filter(({ parts }) => root.every((part, at) => parts[at] === part))
    .map(({ file, parts }) => ({ ...file, folder: parts.slice(root.length, -1), base: parts.at(-1) ?? '' }))
    .filter(({ folder }) => !folder.some((part) => part.startsWith('.') || part === 'node_modules'));
};

const shared = (folders: readonly (readonly string[])[]): readonly string[] => {
  const [first = [], ...rest] = folders;
  const end = first.findIndex((part, at) => rest.some((other) => other[at] !== part));
  return end < 0 ? first : first.slice(0, end);
};
