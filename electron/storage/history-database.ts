import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { EngineError } from '../errors.ts';
import type { HistoryEntry } from '../../shared/ipc/contract.ts';
import type { HistoryQuery, HistoryRecord, StoredAttempt } from './history-types.ts';

/** The attempts of all workspaces in one SQLite file, which several processes may have open. Synchronous: runs in a worker. */
export interface HistoryDatabase {
  add(record: HistoryRecord): readonly string[];
  list(query: HistoryQuery): readonly HistoryEntry[];
  get(id: string): StoredAttempt | undefined;
  remove(id: string | undefined): readonly string[];
  bodies(): readonly string[];
  close(): void;
}

/** Each step brings the file from its index to the next version; `PRAGMA user_version` says where it stands. */
const migrations: readonly string[] = [
  `CREATE TABLE history (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     at_ms INTEGER NOT NULL,
     method TEXT NOT NULL,
     url TEXT NOT NULL,
     name TEXT NOT NULL,
     status INTEGER,
     failure TEXT,
     cause TEXT,
     duration_ms REAL NOT NULL,
     attempt TEXT NOT NULL,
     draft TEXT,
     bodies TEXT NOT NULL,
     words TEXT NOT NULL
   ) STRICT;
   CREATE INDEX history_at ON history (at_ms DESC, seq DESC);
   CREATE VIRTUAL TABLE history_words USING fts5(
     words, content = 'history', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
   );
   CREATE TRIGGER history_added AFTER INSERT ON history BEGIN
     INSERT INTO history_words (rowid, words) VALUES (new.seq, new.words);
   END;
   CREATE TRIGGER history_removed AFTER DELETE ON history BEGIN
     INSERT INTO history_words (history_words, rowid, words) VALUES ('delete', old.seq, old.words);
   END;`,
];

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

const migrate = (database: DatabaseSync, file: string): void => {
  if (versionOf(database) === migrations.length) return;
  // Held from here on, so that two processes that begin at once do not both build the tables.
  database.exec('BEGIN IMMEDIATE');
  try {
    const found = versionOf(database);
    if (found > migrations.length) {
      throw new EngineError(
        'newer-format',
        `The history ${file} was written by a newer why401. It was left as it is; update why401 to see it.`,
      );
    }
    for (const step of migrations.slice(found)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};

/** Each word as a prefix, all of them; `undefined` where the text holds no word. */
const matchOf = (search: string): string | undefined => {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  return words === null ? undefined : words.map((word) => `"${word}"*`).join(' ');
};

const likeOf = (search: string): string => `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;

const textOrAbsent = <K extends string>(name: K, value: unknown): { [name in K]?: string } =>
  typeof value === 'string' ? ({ [name]: value } as { [name in K]: string }) : {};

const entryOf = (row: Record<string, unknown>): HistoryEntry => ({
  id: String(row['id']),
  atMs: Number(row['at_ms']),
  method: String(row['method']),
  url: String(row['url']),
  name: String(row['name']),
  ...(row['status'] === null ? {} : { status: Number(row['status']) }),
  ...textOrAbsent('failure', row['failure']),
  ...textOrAbsent('cause', row['cause']),
  durationMs: Number(row['duration_ms']),
});

const bodiesOf = (rows: readonly Record<string, unknown>[]): readonly string[] =>
  rows.flatMap((row) => {
    const list: unknown = JSON.parse(String(row['bodies']));
    return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
  });

const columns = 'id, at_ms, method, url, name, status, failure, cause, duration_ms';

/**
 * @param keep so many attempts stay, and a hundredth more at most; the oldest go first.
 * @throws EngineError where the file is newer or no database; it is left as it is.
 */
export const openHistoryDatabase = (file: string, keep: number): HistoryDatabase => {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { timeout: 5000 });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
    migrate(database, file);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw new EngineError(
      'unreadable-file',
      `The history ${file} cannot be read. It was left as it is; move it away to begin with an empty one.`,
      { cause: error },
    );
  }

  const insert = database.prepare(
    `INSERT OR REPLACE INTO history
       (id, at_ms, method, url, name, status, failure, cause, duration_ms, attempt, draft, bodies, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const surplus = database.prepare(
    `DELETE FROM history WHERE seq IN (SELECT seq FROM history ORDER BY at_ms DESC, seq DESC LIMIT -1 OFFSET ?) RETURNING bodies`,
  );
  // Counting thousands of rows costs more than adding one: a hundredth may be too many for a while.
  const pruneEvery = Math.max(1, Math.floor(keep / 100));
  let unpruned = pruneEvery;
  const one = database.prepare('SELECT attempt, draft FROM history WHERE id = ?');
  const removeOne = database.prepare('DELETE FROM history WHERE id = ? RETURNING bodies');
  const removeAll = database.prepare('DELETE FROM history RETURNING bodies');

  const withBodies = database.prepare("SELECT bodies FROM history WHERE bodies <> '[]'");

  const list = (query: HistoryQuery): readonly HistoryEntry[] => {
    const wheres: string[] = [];
    const values: SQLInputValue[] = [];
    if (query.beforeMs !== undefined) {
      wheres.push('at_ms < ?');
      values.push(query.beforeMs);
    }
    if (query.search.trim() !== '') {
      const match = matchOf(query.search);
      const like = likeOf(query.search);
      const pieces = [`url LIKE ? ESCAPE '\\'`, `name LIKE ? ESCAPE '\\'`];
      values.push(like, like);
      if (match !== undefined) {
        pieces.push('seq IN (SELECT rowid FROM history_words WHERE history_words MATCH ?)');
        values.push(match);
      }
      wheres.push(`(${pieces.join(' OR ')})`);
    }
    const where = wheres.length === 0 ? '' : `WHERE ${wheres.join(' AND ')}`;
    return database
      .prepare(`SELECT ${columns} FROM history ${where} ORDER BY at_ms DESC, seq DESC LIMIT ?`)
      .all(...values, query.limit)
      .map(entryOf);
  };

  return {
    add({ entry, attempt, draft, words, bodies }) {
      insert.run(
        entry.id,
        Math.round(entry.atMs),
        entry.method,
        entry.url,
        entry.name,
        entry.status ?? null,
        entry.failure ?? null,
        entry.cause ?? null,
        entry.durationMs,
        attempt,
        draft ?? null,
        JSON.stringify(bodies),
        words,
      );
      unpruned += 1;
      if (unpruned < pruneEvery) return [];
      unpruned = 0;
      return bodiesOf(surplus.all(keep));
    },
    list,
    get(id) {
      const row = one.get(id);
      if (row === undefined) return undefined;
      return {
        attempt: String(row['attempt']),
        draft: row['draft'] === null ? undefined : String(row['draft']),
      };
    },
    remove(id) {
      return bodiesOf(id === undefined ? removeAll.all() : removeOne.all(id));
    },
    bodies: () => bodiesOf(withBodies.all()),
    close() {
      database.close();
    },
  };
};
