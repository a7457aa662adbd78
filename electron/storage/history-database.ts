import { DatabaseSync } from 'node:sqlite';
import { expiryMs, type Retention } from '../../shared/history/retention.ts';
import { EngineError } from '../errors.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { hostOf, migrateHistory } from './history-migrations.ts';
import { searchHistory } from './history-search.ts';
import type { HistoryQuery, HistoryRecord, StoredAttempt } from './history-types.ts';

/** The attempts of all workspaces in one SQLite file, which several processes may have open. Synchronous: runs in a worker. */
export interface HistoryDatabase {
  add(record: HistoryRecord): readonly string[];
  list(query: HistoryQuery): readonly HistoryEntry[];
  get(id: string): StoredAttempt | undefined;
  /**
   * @param whole the attempt with its secrets, sealed, where the person wants that kept
   * @returns whether there is such an attempt
   */
  pin(id: string, pinned: boolean, whole: string | undefined): boolean;
  /** Nothing where there is no such attempt: what was read from a file is in no history. */
  addExperiment(id: string, result: string): undefined;
  retain(retention: Retention, nowMs: number): readonly string[];
  remove(id: string): readonly string[];
  removeAll(untilMs: number): readonly string[];
  bodies(): readonly string[];
  close(): void;
}

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
  ...textOrAbsent('profile', row['profile']),
  ...(row['pinned'] === 1 ? { pinned: true } : {}),
  ...(row['whole'] === 1 ? { withSecrets: true } : {}),
  durationMs: Number(row['duration_ms']),
});

/** What `status:` finds: the status and its class, and the name of the failure. */
const outcomeOf = ({ status, failure }: HistoryEntry): string =>
  [
    ...(status === undefined ? [] : [status, `${Math.floor(status / 100)}xx`]),
    ...(failure === undefined ? [] : ['failed', failure]),
  ].join(' ');

const bodiesOf = (rows: readonly Record<string, unknown>[]): readonly string[] =>
  rows.flatMap((row) => {
    const list: unknown = JSON.parse(String(row['bodies']));
    return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
  });

const columns = `history.id, at_ms, method, history.url, history.name, status, failure, history.cause, history.profile, duration_ms,
   pinned, EXISTS (SELECT 1 FROM history_whole WHERE history_whole.id = history.id) AS whole`;

/** Where age alone lets attempts go: after how many hundreds of new ones it looks. */
const usualBatch = 5000;

/**
 * @param kept so much stays, and a hundredth more attempts at most; the oldest go first, what is pinned never.
 * @throws EngineError where the file is newer or no database; it is left as it is.
 */
export const openHistoryDatabase = (file: string, kept: Retention): HistoryDatabase => {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { timeout: 5000 });
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON',
    );
    migrateHistory(database, file);
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
       (id, at_ms, method, url, name, status, failure, cause, duration_ms, attempt, draft, bodies, words,
        host, profile, outcome)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const surplus = database.prepare(
    `DELETE FROM history WHERE seq IN (
       SELECT seq FROM (
         SELECT seq FROM history WHERE pinned = 0 ORDER BY at_ms DESC, seq DESC LIMIT -1 OFFSET ?
       )
       UNION SELECT seq FROM history WHERE pinned = 0 AND at_ms < ?
     ) RETURNING bodies`,
  );
  // Counting thousands of rows costs more than adding one: a hundredth may be too many for a while.
  const pruneEvery = (): number => Math.max(1, Math.floor((retention.attempts ?? usualBatch) / 100));
  let retention = kept;
  let unpruned = pruneEvery();
  const prune = (nowMs: number): readonly string[] => {
    unpruned = 0;
    const attempts = retention.attempts ?? Number.MAX_SAFE_INTEGER;
    return bodiesOf(surplus.all(attempts, Math.round(expiryMs(retention, nowMs))));
  };
  const pinOne = database.prepare('UPDATE history SET pinned = ? WHERE id = ?');
  const keepWhole = database.prepare('INSERT OR REPLACE INTO history_whole (id, sealed) VALUES (?, ?)');
  const forgetWhole = database.prepare('DELETE FROM history_whole WHERE id = ?');
  const addResult = database.prepare(
    "UPDATE history SET experiments = json_insert(experiments, '$[#]', json(?)) WHERE id = ?",
  );
  const one = database.prepare(
    'SELECT attempt, draft, experiments, sealed FROM history LEFT JOIN history_whole USING (id) WHERE history.id = ?',
  );
  const removeOne = database.prepare('DELETE FROM history WHERE id = ? RETURNING bodies');
  const removeAll = database.prepare('DELETE FROM history WHERE at_ms <= ? RETURNING bodies');

  const withBodies = database.prepare("SELECT bodies FROM history WHERE bodies <> '[]'");

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
        hostOf(entry.url),
        entry.profile ?? null,
        outcomeOf(entry),
      );
      unpruned += 1;
      return unpruned < pruneEvery() ? [] : prune(entry.atMs);
    },
    list: (query) => searchHistory(database, columns, query).map(entryOf),
    get(id) {
      const row = one.get(id);
      if (row === undefined) return undefined;
      return {
        attempt: String(row['attempt']),
        draft: row['draft'] === null ? undefined : String(row['draft']),
        whole: row['sealed'] === null ? undefined : String(row['sealed']),
        experiments: String(row['experiments']),
      };
    },
    pin(id, pinned, whole) {
      if (pinOne.run(pinned ? 1 : 0, id).changes === 0) return false;
      if (whole === undefined) forgetWhole.run(id);
      else keepWhole.run(id, whole);
      return true;
    },
    addExperiment(id, result) {
      addResult.run(result, id);
    },
    retain(next, nowMs) {
      retention = next;
      return prune(nowMs);
    },
    remove: (id) => bodiesOf(removeOne.all(id)),
    removeAll: (untilMs) => bodiesOf(removeAll.all(Math.round(untilMs))),
    bodies: () => bodiesOf(withBodies.all()),
    close() {
      database.close();
    },
  };
};
