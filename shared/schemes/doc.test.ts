import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { schemes } from './index.ts';
import { bareRequest } from './drive.test-support.ts';
import type { Scheme } from './scheme.ts';

const opening = `# Schemes

Every authentication scheme that why401 speaks, made from what each says of itself in \`shared/schemes/\`. "Answers" are the
challenges that it is chosen for; "in curl" is the option that means it; "from" are the tools whose
auth settings are read. Each is edited in the Auth tab or kept as a profile, and what it made of a request stands in
_Signature_ beside the exchange where it signs.
`;

const list = (words: readonly string[]): string => (words.length === 0 ? '–' : words.join(', '));

/** The option by which curl speaks the scheme itself; otherwise it is handed the field that was made. */
const inCurl = ({ curlReading, curl, settings, initial }: Scheme): string => {
  if (curlReading !== undefined) return `\`--${curlReading.option}\``;
  const filled = settings.parse({ ...initial, username: 'alice', password: 'wonderland' });
  const [word] = curl?.(filled, bareRequest()).words ?? [];
  return word === undefined ? 'the field it makes' : `\`${word.text}\``;
};

const row = (scheme: Scheme): string => {
  const { label, challenges, references, foreign } = scheme;
  return [
    '',
    label,
    list(challenges.map((name) => `\`${name}\``)),
    inCurl(scheme),
    list(Object.keys(foreign ?? {})),
    list(references),
    '',
  ].join(' | ');
};

test('docs/schemes.md says what the schemes say; `vitest -u` writes it anew', async () => {
  const head = '| scheme | answers | in curl | from | specified in |\n| --- | --- | --- | --- | --- |';
  const rows = schemes()
    .map(row)
    .map((text) => text.trim());
  const text = `${opening}\n${head}\n${rows.join('\n')}\n`;
  const file = new URL('../../docs/schemes.md', import.meta.url).pathname;
  const options = await resolveConfig(file);
  await expect(await format(text, { ...options, parser: 'markdown' })).toMatchFileSnapshot(file);
});
