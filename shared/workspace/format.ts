import type { z } from 'zod';
import { isRecord } from '../exchange/json.ts';

/** What came of reading a document. The message is a sentence for a person. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'newer-format' | 'unreadable-file'; readonly message: string };

export interface Format<T> {
  readonly what: string;
  readonly version: number;
  /** Brings an older document up to date and checks it. Unknown keys are refused, so that saving cannot lose them. */
  read(document: unknown): Read<T>;
}

interface FormatDeclaration<T> {
  /** "request", as a sentence says it. */
  readonly what: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** `upgrades[n]` turns a document of version n + 1 into one of version n + 2. */
  readonly upgrades: readonly ((
    document: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>)[];
}

const issueSentence = (error: z.ZodError): string => {
  const [issue] = error.issues;
  if (issue === undefined) return 'it does not have the expected shape';
  const at = issue.path.length === 0 ? '' : ` at “${issue.path.join('.')}”`;
  return `${issue.message.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase())}${at}`;
};

export const defineFormat = <T>({ what, version, schema, upgrades }: FormatDeclaration<T>): Format<T> => ({
  what,
  version,
  read(document) {
    const unreadable = (why: string): Read<T> => ({
      ok: false,
      code: 'unreadable-file',
      message: `This is no ${what} file: ${why}.`,
    });
    if (!isRecord(document)) return unreadable('it is not a list of names and values');
    const found = document['version'];
    if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) {
      return unreadable('it does not say its “version”');
    }
    if (found > version) {
      return {
        ok: false,
        code: 'newer-format',
        message: `This ${what} was written by a newer why401 (format ${found}, this one reads up to ${version}). Update why401 to open it.`,
      };
    }
    const current = upgrades.slice(found - 1).reduce((older, upgrade) => upgrade(older), document);
    const checked = schema.safeParse(current);
    return checked.success ? { ok: true, value: checked.data } : unreadable(issueSentence(checked.error));
  },
});
