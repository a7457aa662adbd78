import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly mediaType: string;
  /** Whether its name changes with its content. */
  readonly immutable: boolean;
  read(): Promise<Buffer>;
}

/**
 * The built page, by request path ("/index.html"). The list is made once: what is not on it cannot be asked for,
 * whatever a path may look like. Empty where the folder is missing.
 */
export const pageFiles = async (folder: string): Promise<ReadonlyMap<string, PageFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const described = files.flatMap((file): [string, PageFile][] => {
    const mediaType = mediaTypes[extname(file)];
    if (mediaType === undefined) return [];
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    return [[path, { mediaType, immutable: path.startsWith('/assets/'), read: () => readFile(file) }]];
  });
  return new Map(described);
};
