import { utf8ByteString, utf8OfBytes } from '../exchange/bytes.ts';
import type { Segment } from './shells/shell.ts';

/** What stands for a secret, as a byte string: eight dots, which no server accepts by chance. */
export const MASK = utf8ByteString('••••••••');

/** Gives each masked secret the name of a variable of the shell, after what stands before it. */
export class SecretVariables {
  readonly #names: string[] = [];

  get names(): readonly string[] {
    return this.#names;
  }

  /** Bytes cut at their masks. `context`: what stood before them, where they do not say it themselves. */
  segments(bytes: string, context = ''): readonly Segment[] {
    const [first = '', ...rest] = bytes.split(MASK);
    const segments: Segment[] = first === '' ? [] : [{ bytes: first }];
    let before = `${context}${first}`;
    for (const text of rest) {
      segments.push({ variable: this.#name(utf8OfBytes(before)) });
      if (text !== '') segments.push({ bytes: text });
      before = `${before} ${text}`;
    }
    return segments;
  }

  #name(before: string): string {
    const wanted = nameFor(before);
    let name = wanted;
    for (let count = 2; this.#names.includes(name); count += 1) name = `${wanted}_${count}`;
    this.#names.push(name);
    return name;
  }
}

const nameFor = (before: string): string => {
  const [, scheme] = /(?:^|[:\s])(bearer|basic|token|dpop)\s+$/i.exec(before) ?? [];
  if (scheme !== undefined) return scheme.toLowerCase() === 'basic' ? 'BASIC_CREDENTIALS' : 'TOKEN';
  if (/(?:^|\s)(?:-u|--user|-U|--proxy-user)\s?[^\s:]*:$/.test(before)) return 'PASSWORD';
  if (/--pass\s?$/.test(before)) return 'PASSPHRASE';
  const [, name = 'SECRET'] = /([A-Za-z][\w.-]*)["']?\s*[:=]\s*["']?$/.exec(before) ?? [];
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
};
