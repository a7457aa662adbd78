import { utf8OfBytes } from '../exchange/bytes.ts';
import { readCurlConfig } from './curl-config.ts';
import { optionNamed, optionOfLetter, type CurlOption } from './curl-options.ts';

export interface GivenOption {
  readonly name: string;
  /** A byte string; empty for switches. */
  readonly value: string;
  /** False for `--no-…`. */
  readonly on: boolean;
}

/** What one request was told, option by option, before anything is made of it. */
export interface CurlArguments {
  /** Options that shape the request, in order. */
  readonly given: readonly GivenOption[];
  /** Options that only concern what curl prints or stores, in order. */
  readonly output: readonly GivenOption[];
  /** Byte strings. */
  readonly urls: readonly string[];
}

export interface CurlParsed {
  /** One for each part between `--next`. */
  readonly parts: readonly CurlArguments[];
  readonly notes: readonly string[];
  /** Why curl itself would refuse the words, one sentence. */
  readonly refused?: string;
}

/** The content of a file that --config names, a byte string; `undefined` where it cannot be read. */
export type ConfigFiles = (path: string) => string | undefined;

/**
 * Sorts the words behind `curl` into options and addresses, by the rules of curl's own parser. Without `configs` what
 * --config names is not read, and that is noted.
 */
export const readCurlWords = (words: readonly string[], configs?: ConfigFiles): CurlParsed => {
  const sorter = new Sorter(configs);
  sorter.takeAll(words);
  const { parts, notes, refused } = sorter;
  return { parts, notes: [...notes], ...(refused === undefined ? {} : { refused }) };
};

/** Files that name files (curl's own limit is of this size). */
const deepestConfig = 10;

const empty = (): { given: GivenOption[]; output: GivenOption[]; urls: string[] } => ({
  given: [],
  output: [],
  urls: [],
});

class Sorter {
  readonly parts: { given: GivenOption[]; output: GivenOption[]; urls: string[] }[] = [empty()];
  readonly notes = new Set<string>();
  refused: string | undefined;
  readonly #configs: ConfigFiles | undefined;
  #onlyUrls = false;
  #depth = 0;

  constructor(configs: ConfigFiles | undefined) {
    this.#configs = configs;
  }

  takeAll(words: readonly string[]): void {
    for (let at = 0; at < words.length;) at += this.take(words[at] ?? '', words[at + 1]);
  }

  /** Answers with how many words were taken: one or two. */
  take(word: string, following: string | undefined): number {
    if (this.#onlyUrls || !word.startsWith('-') || word === '-') {
      this.parts.at(-1)?.urls.push(word);
      return 1;
    }
    if (word === '--') {
      this.#onlyUrls = true;
      return 1;
    }
    return word.startsWith('--') ? this.#long(word, following) : this.#letters(word, following);
  }

  #long(word: string, following: string | undefined): number {
    const whole = optionNamed(word.slice(2));
    const equals = word.indexOf('=');
    const found = whole ?? (equals > 0 ? optionNamed(word.slice(2, equals)) : undefined);
    if (found === undefined) {
      this.notes.add(`${utf8OfBytes(word)} is no option of curl that is known here and was left out.`);
      return 1;
    }
    const { option, on } = found;
    const spelled = `--${on ? '' : 'no-'}${option.name}`;
    if (!option.value) return this.#keep(option, '', on, spelled, 1);
    if (whole !== undefined) return this.#withNext(option, spelled, following);
    this.notes.add(`curl wants a blank instead of = after ${spelled}; it was read as if there were one.`);
    return this.#keep(option, word.slice(equals + 1), true, spelled, 1);
  }

  /** Letters may stand together; the value of the last one may follow at once. */
  #letters(word: string, following: string | undefined): number {
    for (let at = 1; at < word.length; at += 1) {
      const letter = word[at] ?? '';
      const spelled = `-${utf8OfBytes(letter)}`;
      const option = optionOfLetter(letter);
      if (option === undefined) this.notes.add(`${spelled} is no option of curl and was left out.`);
      else if (!option.value) this.#keep(option, '', true, spelled, 1);
      else if (at + 1 < word.length) return this.#keep(option, word.slice(at + 1), true, spelled, 1);
      else return this.#withNext(option, spelled, following);
    }
    return 1;
  }

  #withNext(option: CurlOption, spelled: string, value: string | undefined): number {
    if (value !== undefined) return this.#keep(option, value, true, spelled, 2);
    this.refused ??= `${spelled} wants a value and is the last word: copy the whole command and paste it again.`;
    return 1;
  }

  #keep(option: CurlOption, value: string, on: boolean, spelled: string, taken: number): number {
    const part = this.parts.at(-1);
    if (option.name === 'next') this.parts.push(empty());
    else if (option.name === 'url') part?.urls.push(value);
    else if (option.name === 'config' && this.#configs !== undefined) this.#config(value, this.#configs);
    else if (option.use === 'used') part?.given.push({ name: option.name, value, on });
    else if (option.use === 'quiet') part?.output.push({ name: option.name, value, on });
    else if (on) this.notes.add(`${spelled} is not carried over: ${option.use.lost}.`);
    return taken;
  }

  /** Its options stand where the file is named. */
  #config(path: string, configs: ConfigFiles): void {
    const text = this.#depth < deepestConfig ? configs(path) : undefined;
    if (text === undefined) {
      this.refused ??= `${utf8OfBytes(path)} cannot be read: check the file that --config names.`;
      return;
    }
    const { words, problems } = readCurlConfig(text);
    for (const problem of problems) this.notes.add(`${utf8OfBytes(path)}: ${problem}`);
    this.#depth += 1;
    this.takeAll(words);
    this.#depth -= 1;
  }
}
