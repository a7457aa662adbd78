import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRecord } from '../exchange/json.ts';
import { scoreboard } from '../exchange/scoreboard.test-support.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { readPaste } from '../import/paste.ts';
import { exportCurl } from './curl.ts';
import { RealCurl, type Built } from './real-curl.test-support.ts';
import { vectorDraft } from './vector-draft.test-support.ts';

/**
 * Commands for shells that are not here, read back by their documented rules (cmd.exe and the C runtime's arguments,
 * about_Quoting_Rules, curl's --config): what would leave is what was exported.
 */

type Json = Readonly<Record<string, unknown>>;

let real: RealCurl;
beforeAll(async () => {
  real = await RealCurl.open();
});
afterAll(() => real.close());

const vectors = shelved('vectors/curl-export.json');
const list =
  isRecord(vectors) && Array.isArray(vectors['vectors']) ? vectors['vectors'].filter(isRecord) : [];
const scores = scoreboard();

const leaving = ({ request }: Built, withoutBody: boolean): Json => ({
  method: request.method,
  url: request.url,
  fields: request.fields
    .filter(({ name }) => !(withoutBody && /^content-length$/i.test(name)))
    .map(({ name, value }) => `${name.toLowerCase()}: ${value}`)
    .toSorted(),
  ...(withoutBody ? {} : { body: real.bodyOf(request) }),
});

describe.skipIf(vectors === undefined).each(['cmd', 'powershell'] as const)('%s', (shell) => {
  scores.count(`curl-export.json, read back as ${shell} would`, list.length);

  it.each(list.map((row) => [String(row['id']), row] as const))('%s', async (_, row) => {
    const draft = await vectorDraft(
      isRecord(row['request']) ? row['request'] : {},
      real.origin,
      (path, content) => real.putFile(path, content),
    );
    const built = real.build(draft);
    const { command, notes } = exportCurl(built.source, {
      shell,
      secrets: 'included',
      ...(built.words === undefined ? {} : { schemeWords: built.words }),
    });
    const read = readPaste(command, () => 'id');
    if (read.kind !== 'request') throw new Error(`${command} was read as ${read.kind}`);
    const again = real.build({ ...read.draft, settings: draft.settings });
    // What no command line holds lies in a file beside it, and the command says which.
    const isBeside = notes.some((note) => note.startsWith('The body does not fit into the command'));
    expect(leaving(again, isBeside)).toEqual(leaving(built, isBeside));
  });
});
