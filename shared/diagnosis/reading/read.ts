import type { Cause } from '../causes.ts';
import type { Statement } from '../facts/statements.ts';
import { demandOf } from '../sieve/demand.ts';
import type { PatternIndex } from '../sieve/pattern-index.ts';
import { patternIndex } from '../sieve/pattern-index.ts';
import { HINTED } from '../weights.ts';
import type { Predicate, Subject } from './lexicon.ts';
import { predicates, subjects } from './lexicon.ts';
import type { Meaning } from './meanings.ts';
import { meanings } from './meanings.ts';
import { spelledRight } from './spelling.ts';
import { translatedPredicates, translatedSubjects } from './translations.ts';

/** A cause that a statement's own words speak for, read as "this, of that", in whichever code style or language. */
export interface Reading {
  readonly cause: Cause;
  readonly weight: number;
  readonly statement: Statement;
  readonly subject: Subject;
  readonly predicate: Predicate;
}

/** Words apart, beyond which a predicate is not said of a subject. */
const REACH = 7;
/** Where a word of these stands between two subjects, it goes with the second: "JWT invalid signature". */
const adjectives: ReadonlySet<Predicate> = new Set<Predicate>(['invalid', 'malformed']);
/** Titles of pages begin with this word, whatever follows. */
const loose: ReadonlySet<string> = new Set(['error']);
const LONGEST = 600;

/** Lower case, without diacritics, and with camelCase, snake_case and kebab-case as words. */
export const normalised = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/\b(ca)n['’]t\b/gi, '$1n not')
    .replace(/n['’]t\b/g, ' not')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\-'’"“”`()[\]{}<>=*|]+/g, ' ')
    .replace(/[a-z]{6,}/g, spelledRight)
    .replace(scriptBorder, ' ')
    .replace(/\b(?:successfully|correctly|properly|actually) /g, '')
    .replace(/\b(provided|supplied|given|sent|passed) by (?:the )?(?:user|client|caller)\b/g, '$1')
    .replace(/ +/g, ' ');

/** Between Latin letters and those of a script that writes words without spaces: "未提供token". */
const scriptBorder =
  /(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/g;

interface Term<T> {
  readonly name: T;
  readonly pattern: RegExp;
}

/** Scripts without spaces between words have no word boundaries either. */
const patternOf = (...sources: readonly (string | undefined)[]): RegExp => {
  const words = sources.filter((source) => source !== undefined).flatMap(alternatives);
  // The first alternative that fits counts: "no" must not hide "no se proporcionó".
  const spaced = words
    .filter((word) => !/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word))
    .toSorted((a, b) => b.length - a.length);
  const unspaced = words.filter((word) => !spaced.includes(word));
  const latin = `(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])`;
  return new RegExp([...unspaced, latin].join('|'), 'gu');
};

/** The alternatives of a pattern's outermost level. */
const alternatives = (source: string): readonly string[] => {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of source) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${sign}`;
  }
  return parts.map((part) => part.replaceAll('\\w', '[\\p{L}\\p{N}]'));
};

const subjectTerms: readonly Term<Subject>[] = (Object.keys(subjects) as Subject[]).map((name) => ({
  name,
  pattern: patternOf(subjects[name], translatedSubjects[name]),
}));

const predicateTerms: readonly Term<Predicate>[] = (Object.keys(predicates) as Predicate[]).map((name) => ({
  name,
  pattern: patternOf(predicates[name], translatedPredicates[name]),
}));

/** Whether a text holds words of this predicate, in whichever language. */
export const says = (predicate: Predicate, text: string): boolean => {
  const term = predicateTerms.find(({ name }) => name === predicate);
  return term !== undefined && normalised(text).search(term.pattern) >= 0;
};

/** Terms that may be in a text: the patterns are large, and what is never tried is never compiled. */
const amongst = <T>(terms: readonly Term<T>[]): PatternIndex<Term<T>> =>
  patternIndex(terms, ({ pattern }) => demandOf(pattern));

const subjectsIn = amongst(subjectTerms);
const predicatesIn = amongst(predicateTerms);

interface Found<T> {
  readonly name: T;
  readonly start: number;
  readonly end: number;
}

/** Predicates of which the opposite is no fault: "token not expired". The others hold their "not" themselves. */
const denied: ReadonlySet<Predicate> = new Set<Predicate>([
  'expired',
  'revoked',
  'disabled',
  'malformed',
  'used',
  'excess',
]);

const negation = /(?:^|\s)(?:not|never|nicht|pas|non|nao|не)(?: (?:yet|been|be|is|has))*\s$/;

const isDenied = (clause: string, { name, start }: Found<Predicate>): boolean =>
  denied.has(name) && negation.test(clause.slice(0, start));

/** Every term in the clause; of two that overlap the one that begins first, or else the longer, counts. */
const foundIn = <T>(clause: string, terms: readonly Term<T>[]): readonly Found<T>[] => {
  const all = terms.flatMap(({ name, pattern }) =>
    [...clause.matchAll(pattern)].map(({ index, 0: words }) => ({
      name,
      start: index,
      end: index + words.length,
    })),
  );
  const sorted = all.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Found<T>[] = [];
  for (const one of sorted)
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.toSorted((a, b) => a.start - b.start);
};

const wordsBetween = (clause: string, a: Found<unknown>, b: Found<unknown>): number => {
  const gap = a.start < b.start ? clause.slice(a.end, b.start) : clause.slice(b.end, a.start);
  return gap.trim() === '' ? 0 : gap.trim().split(/\s+/).length;
};

interface Pair {
  readonly subject: Subject;
  readonly predicate: Predicate;
  readonly meanings: readonly Meaning[];
  /** The predicate's words, as they stand there. */
  readonly words: string;
}

const genitive =
  /^\s*(?:of|des|der|du|de|del|della|do|da|van)(?: (?:the|this|your|het|la|le|el|l))?\s*$|^\s*(?:的|の)\s*$/;

/** Of "audience of the token" the first is spoken of; it stands behind where the language says so: 令牌的签名. */
const ownersOnly = (clause: string, about: readonly Found<Subject>[]): readonly Found<Subject>[] =>
  about.filter((one, at) => {
    const gap = (a: Found<Subject> | undefined, b: Found<Subject> | undefined): string =>
      a === undefined || b === undefined ? '' : clause.slice(a.end, b.start);
    const [before, after] = [gap(about[at - 1], one), gap(one, about[at + 1])];
    return (
      /[的の]/.test(before) || (!genitive.test(before) && !(/[的の]/.test(after) && genitive.test(after)))
    );
  });

/** Each predicate with the subject nearest to it, and with those that are joined to that one by "or", "and" or a comma. */
const pairsIn = (clause: string): readonly Pair[] => {
  const predicatesHere = foundIn(clause, predicatesIn(clause));
  if (predicatesHere.length === 0) return [];
  const about = ownersOnly(clause, foundIn(clause, subjectsIn(clause)));
  return predicatesHere.flatMap((said) => {
    if (isDenied(clause, said)) return [];
    const near = about
      .filter((one) => (one.end <= said.start || one.start >= said.end) && !isDoer(clause, said, one))
      .map((one) => ({ one, distance: wordsBetween(clause, one, said) }))
      .filter(({ distance }) => distance <= (loose.has(clause.slice(said.start, said.end)) ? 1 : REACH))
      .toSorted(
        (a, b) => a.distance - b.distance || (adjectives.has(said.name) ? b.one.start - a.one.start : 0),
      );
    const [nearest] = near;
    if (nearest === undefined) return [];
    return near
      .filter(
        ({ one }) =>
          one === nearest.one ||
          isJoined(clause, one, nearest.one) ||
          (said.name === 'mismatch' && isCompared(clause, said, one)),
      )
      .map(({ one }) => ({
        subject: one.name,
        predicate: said.name,
        meanings: meanings[one.name][said.name] ?? [],
        words: clause.slice(said.start, said.end),
      }));
  });
};

/** "Locked by user anna": who did it is not what it is said of. */
const isDoer = (clause: string, said: Found<Predicate>, one: Found<Subject>): boolean =>
  one.name === 'account' &&
  one.start >= said.end &&
  /^ by (?:an? |the |another |other )?$/.test(clause.slice(said.end, one.start));

/** "Key does not match with scope" is said of both. */
const isCompared = (clause: string, said: Found<Predicate>, one: Found<Subject>): boolean =>
  one.start >= said.end &&
  /^\s*(?:with |to |from )?(?:the |its |your |this )?$/.test(clause.slice(said.end, one.start));

const isJoined = (clause: string, a: Found<Subject>, b: Found<Subject>): boolean => {
  const gap = a.start < b.start ? clause.slice(a.end, b.start) : clause.slice(b.end, a.start);
  return /^\s*(?:,|or|and|\/|,\s*or|and\/or|oder|und|ou|et|o|y|e|或|和|、)\s*$/.test(gap);
};

/** Causes that are general enough to hold whichever of several alternatives is true. */
const general: ReadonlySet<Cause> = new Set<Cause>(['credentials-rejected', 'token-rejected']);

/** Longer ones are pages: words far apart in them belong to different things. */
const PAGE = 500;

/** Apache's page and its kin tell everybody that the credentials were wrong or were not sent. */
const saidToAll = /understand how to supply/i;

export const readingsIn = (statements: readonly Statement[]): readonly Reading[] =>
  statements.filter(({ text }) => text.length <= PAGE && !saidToAll.test(text)).flatMap(readingsOf);

/** Servers say the same few things to everybody, and reading them costs more than all else. */
const REMEMBERED = 5_000;
const known = new Map<string, Understood>();

const understood = (text: string): Understood => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = understand(text);
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, found);
  return found;
};

/** What one statement says, each cause once. A statement that leaves several open speaks for each of them less. */
export const readingsOf = (statement: Statement): readonly Reading[] =>
  understood(`${ofWhat(statement)}${statement.text}`).meant.map((one) => ({ ...one, statement }));

/** `X-Account-Status: suspended` names in the field what its value is said of. */
const ofWhat = ({ carrier, key }: Statement): string =>
  carrier === 'field'
    ? (/^(?:x-)?(\w[\w-]*)-(?:status|state)$/.exec(key)?.[1] ?? '').replace(/.$/, '$& ')
    : '';

/** The statement says in a language other than English that a token, key or login is missing, and nothing else of it. */
export const missesCredential = ({ text }: Statement): boolean =>
  text.length <= PAGE && understood(text).missed;

/** Addresses, paths, names of files, and a status with its phrase, say nothing of their own. */
const aside =
  /\b[\w-]+\.(?:odt|pdf|docx?|xlsx?|csv|txt|zip|png|jpe?g|ya?ml)\b|https?:\/\/\S+|(?<=[\s("'`])\/[\w.~-]+\/\S*|(?<=\b(?:ur[il]|path|page|route|resource|get|post|put|patch|delete) )\/\S*|\b(?:HTTP )?(?:401:? Unauthorized|403:? Forbidden)\b:?/gi;

type Meant = Omit<Reading, 'statement'>;

interface Understood {
  readonly meant: readonly Meant[];
  readonly missed: boolean;
}

const credentials: ReadonlySet<Subject> = new Set<Subject>(['token', 'key', 'password', 'header']);
const englishMissing = new RegExp(`^(?:${patternOf(predicates.missing).source})$`, 'u');

const saysMissing = ({ subject, predicate, words }: Pair): boolean =>
  predicate === 'missing' && credentials.has(subject) && !englishMissing.test(words);

/** What is said for which purpose or reason is said of something else. */
const clauseEnds = /[.;!?。！？\n]+(?=\s|$)|[。！？]|(?:^| )(?:in order to|so that|because|although) /;

/** "Login by password may be disabled if …": what may be so of anybody. */
const hypothetical = /\b(?:may|might|could) (?:also )?(?:be|have)\b.*\b(?:if|when|unless)\b/;

const understand = (said: string): Understood => {
  const text = normalised(said.replace(aside, ' '));
  const best = new Map<Cause, Meant>();
  let missed = false;
  for (const clause of text.split(clauseEnds)) {
    const pairs = pairsIn(clause);
    missed ||= pairs.some(saysMissing) && pairs.every(({ predicate }) => predicate === 'missing');
    const open = new Set(pairs.flatMap((pair) => pair.meanings.map(({ cause }) => cause)));
    const split = open.size > 1 && /(?:^|[\s,])(?:or|oder|ou|and\/or|或)(?=[\s,]|$)|\//.test(clause);
    const mayBe = hypothetical.test(clause);
    for (const { subject, predicate, meanings: own } of pairs)
      for (const { cause, weight } of own) {
        const given = (split || mayBe) && !general.has(cause) ? Math.min(weight, HINTED) : weight;
        if (given > (best.get(cause)?.weight ?? 0))
          best.set(cause, { cause, weight: given, subject, predicate });
      }
  }
  return { meant: [...best.values()], missed };
};
