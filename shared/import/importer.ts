import type { Attempt } from '../exchange/exchange.ts';
import type { Draft } from '../workspace/draft.ts';

/** Every form that a pasted text may have. */
export const pasteForms = [
  'har',
  'transcript',
  'curl',
  'curl-config',
  'fetch',
  'powershell',
  'challenge',
  'raw-http',
  'credentials',
  'jwt',
  'url',
] as const;
export type PasteForm = (typeof pasteForms)[number];

/** What a pasted text is, and what is to be done with it. */
export type Pasted =
  | {
      readonly kind: 'request';
      readonly from: PasteForm;
      readonly draft: Draft;
      /** Further requests of the same text. */
      readonly further: readonly Draft[];
      /** What was mended or could not be carried over, one sentence each. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'attempt';
      readonly from: PasteForm;
      readonly attempt: Attempt;
      /** The request that failed, ready to be sent again; absent where only its answer was seen. */
      readonly draft?: Draft;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'jwt'; readonly from: PasteForm; readonly token: string }
  /** Values of WWW-Authenticate or Proxy-Authenticate, one for each field line. */
  | {
      readonly kind: 'challenges';
      readonly from: PasteForm;
      readonly values: readonly string[];
      readonly proxy: boolean;
    }
  /** A value for Authorization or Proxy-Authorization. */
  | {
      readonly kind: 'credentials';
      readonly from: PasteForm;
      readonly value: string;
      readonly proxy: boolean;
    }
  /** One sentence: why no sense could be made of it. */
  | { readonly kind: 'unknown'; readonly why: string };

/** One form of text, one file: tells whether a text is of that form and reads it. */
export interface Importer {
  readonly form: PasteForm;
  /**
   * `undefined` where the text is of another form. `unknown` ends the search: the text is of this form and damaged.
   * Never throws.
   */
  read(text: string, newId: () => string): Pasted | undefined;
}
