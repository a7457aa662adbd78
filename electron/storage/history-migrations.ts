import type { DatabaseSync } from 'node:sqlite';
import { hostIn } from '../../shared/exchange/url.ts';
import { EngineError } from '../errors.ts';

/** The host of an address with its port, as a search finds it; empty where there is none. */
export const hostOf = (url: unknown): string => hostIn(String(url)) ?? '';

/**
 * Each step brings the file from its index to the next version; `PRAGMA user_version` says where it stands.
 *
 * The second one finds attempts by more than their words: `history_words` has a column for each key of a search, so that
 * one expression narrows all of them at once; `history_places` finds any piece of an address or a name. The third one lets
 * retention look at the ages of what is not pinned without reading the rows. The fourth one keeps, sealed by the vault,
 * what a person pinned with its secrets. The fifth one keeps what experiments found out
 * beside the attempt they were made on.
 */
export const historyMigrations: readonly string[] = [
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
  `DROP TRIGGER history_added;
   DROP TRIGGER history_removed;
   DROP TABLE history_words;
   ALTER TABLE history ADD COLUMN host TEXT NOT NULL DEFAULT '';
   ALTER TABLE history ADD COLUMN profile TEXT;
   ALTER TABLE history ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
   ALTER TABLE history ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
   UPDATE history SET
     host = host_of(url),
     profile = attempt ->> '$.profile',
     outcome = concat_ws(' ', status, (status / 100) || 'xx', iif(failure IS NULL, NULL, 'failed ' || failure));
   CREATE INDEX history_pinned ON history (seq) WHERE pinned = 1;
   CREATE VIRTUAL TABLE history_words USING fts5(
     words, host, outcome, cause, profile,
     content = 'history', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
   );
   CREATE VIRTUAL TABLE history_places USING fts5(
     url, name, content = 'history', content_rowid = 'seq', tokenize = 'trigram'
   );
   INSERT INTO history_words (history_words) VALUES ('rebuild');
   INSERT INTO history_places (history_places) VALUES ('rebuild');
   CREATE TRIGGER history_added AFTER INSERT ON history BEGIN
     INSERT INTO history_words (rowid, words, host, outcome, cause, profile)
       VALUES (new.seq, new.words, new.host, new.outcome, new.cause, new.profile);
     INSERT INTO history_places (rowid, url, name) VALUES (new.seq, new.url, new.name);
   END;
   CREATE TRIGGER history_removed AFTER DELETE ON history BEGIN
     INSERT INTO history_words (history_words, rowid, words, host, outcome, cause, profile)
       VALUES ('delete', old.seq, old.words, old.host, old.outcome, old.cause, old.profile);
     INSERT INTO history_places (history_places, rowid, url, name) VALUES ('delete', old.seq, old.url, old.name);
   END;`,
  `DROP INDEX history_at;
   CREATE INDEX history_loose ON history (at_ms DESC, seq DESC) WHERE pinned = 0;`,
  `CREATE TABLE history_whole (id TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TRIGGER history_whole_removed AFTER DELETE ON history BEGIN
     DELETE FROM history_whole WHERE id = old.id;
   END;`,
  `ALTER TABLE history ADD COLUMN experiments TEXT NOT NULL DEFAULT '[]';`,
];

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

/** @throws EngineError where a newer why401 wrote the file; it is left as it is. */
export const migrateHistory = (database: DatabaseSync, file: string): void => {
  if (versionOf(database) === historyMigrations.length) return;
  database.function('host_of', { deterministic: true }, hostOf);
  // Held from here on, so that two processes that begin at once do not both build the tables.
  database.exec('BEGIN IMMEDIATE');
  try {
    const found = versionOf(database);
    if (found > historyMigrations.length) {
      throw new EngineError(
        'newer-format',
        `The history ${file} was written by a newer why401. It was left as it is; update why401 to see it.`,
      );
    }
    for (const step of historyMigrations.slice(found)) database.exec(step);
    database.exec(`PRAGMA user_version = ${historyMigrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};
