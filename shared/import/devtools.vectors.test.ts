import { describe, expect, it } from 'vitest';
import { utf8ByteString, utf8OfBytes } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';
import { scoreboard } from '../exchange/scoreboard.test-support.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { joinUrl, type Draft } from '../workspace/draft.ts';
import { readCmdWords } from './cmd-words.ts';
import { readPaste } from './paste.ts';

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const vectorsOf = (value: unknown): readonly Json[] => list(isRecord(value) ? value['vectors'] : []);

/** Written by a faulty exporter: a bare & that cmd.exe takes for the end of the command. */
const SPLIT = 'chromium-copy-06-cmd';

const scores = scoreboard();

const devtools = shelved('vectors/curl-devtools.json');

const bodyText = ({ body }: Draft): string | null => (body.kind === 'text' ? body.text : null);

describe.skipIf(devtools === undefined)('conformance: curl-devtools.json', () => {
  scores.count('curl-devtools.json', vectorsOf(devtools).length);
  const rows = vectorsOf(devtools).filter(({ id }) => id !== SPLIT);
  it.each(
    rows.map(
      (row) => [`${String(row['shell'])} ${String(row['level'])}: ${String(row['id'])}`, row] as const,
    ),
  )('%s', (_, row) => {
    const pasted = readPaste(String(row['command']), () => 'id');
    if (pasted.kind !== 'request') throw new Error(JSON.stringify(pasted));
    const { draft } = pasted;
    const request = isRecord(row['request']) ? row['request'] : {};
    expect({
      method: draft.method,
      url: joinUrl(draft.url, draft.params),
      headers: draft.fields.map(({ name, value }) => ({ name, value })),
      body: bodyText(draft),
    }).toEqual({ ...request });
  });
});

const words = shelved('vectors/shell-words.json');

describe.skipIf(words === undefined)('conformance: shell-words.json, cmd', () => {
  const rows = vectorsOf(words).filter(({ shell }) => shell === 'cmd');
  scores.count('shell-words.json, cmd', rows.length);
  it.each(rows.map((row) => [String(row['id']), row] as const))('%s', (_, row) => {
    const read = readCmdWords(String(row['text']));
    expect(read.ok && read.commands.map((command) => command.words.map(utf8OfBytes))).toEqual([
      [row['value']],
    ]);
    expect(read.ok && read.commands[0]?.words[0]).toBe(utf8ByteString(String(row['value'])));
  });
});
