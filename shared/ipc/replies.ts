import type { WrittenCollection } from '../export/collection/postman.ts';
import type { CollectionForm } from '../collections/collection.ts';
import type { CookieKey } from '../cookies/cookie.ts';
import type { Finding } from '../diagnosis/diagnosis.ts';
import type { Attempt, Exchange } from '../exchange/exchange.ts';
import type { ExperimentResult } from '../experiments/result.ts';
import type { SchemeNotice } from '../schemes/scheme.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Folder } from '../workspace/folder.ts';
import type { HostRule } from '../workspace/host-rule.ts';
import type { KeptTabs } from '../workspace/open-tabs.ts';
import type { Environment, Profile, TokenState } from '../workspace/profile.ts';

/** What the engine answers a window with, by the names of the contract's commands. Plain data. */

export interface Workspace {
  readonly folder: string;
  readonly name: string;
  readonly requests: readonly Draft[];
  /** Those that say something of their own; the workspace's own is the one whose path is empty. */
  readonly folders: readonly Folder[];
  readonly profiles: readonly Profile[];
  readonly environments: readonly Environment[];
  /** Client certificates and unchecked servers, by host. */
  readonly hostRules: readonly HostRule[];
  /** Files that could not be read, each with a sentence. They are left as they are. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

export interface Boot {
  readonly version: string;
  readonly host: 'desktop' | 'browser';
  /** Node's names: linux, darwin, win32. */
  readonly platform: string;
  readonly workspace: Workspace;
  /** What was open in it when it was used last, with everything that was typed and not saved. */
  readonly tabs: KeptTabs;
  readonly tokens: readonly TokenState[];
  readonly history: readonly HistoryEntry[];
  readonly preferences: Readonly<Record<string, unknown>>;
  /** Where the key of the vault lies; `notice` says so where it is no keychain. */
  readonly vault: { readonly kind: 'keychain' | 'key-file'; readonly notice?: string };
  readonly examples: readonly ExampleInfo[];
}

export interface ExampleInfo {
  readonly id: string;
  readonly title: string;
  /** One sentence or two: what is to be learned, and what the person needs to mend it. */
  readonly lesson: string;
  readonly status: number;
  /** "Bearer", "Basic", "OAuth 2.0". */
  readonly scheme: string;
}

export interface SendResult {
  readonly attempt: Attempt;
}

export interface TokenAnswered extends SendResult {
  /** The members of the server's answer; absent where it refused or did not answer. */
  readonly answer?: Readonly<Record<string, unknown>>;
}

export type SelfConfigured = { readonly attempt: Attempt } & (
  | { readonly ok: true; readonly scheme: string; readonly settings: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly message: string }
);

export interface PreviewField {
  readonly name: string;
  readonly value: string;
  readonly origin?: { readonly from: string; readonly note: string };
}

export interface Preview {
  readonly method: string;
  readonly url: string;
  /** In the order in which they will leave, values masked where secret. */
  readonly fields: readonly PreviewField[];
  /** Those that will leave behind the body; absent for none. */
  readonly trailers?: readonly PreviewField[];
  /** The jar's part in it; absent where nothing can be said of it yet. */
  readonly cookies?: CookiePreview;
  /** Names of variables that have no value. */
  readonly unresolved: readonly string[];
  /** What the rules say of the unsent request. */
  readonly warnings: readonly Finding[];
  /** What the scheme has to say before it is sent. */
  readonly notices: readonly SchemeNotice[];
  /** Why it cannot be sent at all, one sentence. */
  readonly blocked?: string;
}

/** Which cookies of the jar go with a request, and why others near its address do not. */
export interface CookiePreview {
  readonly sent: readonly CookieKey[];
  /** "only over https". */
  readonly held: readonly (CookieKey & { readonly because: string })[];
  /** Why the jar adds none at all, one sentence. */
  readonly silent?: string;
}

/** What an import would bring, or one sentence: why nothing of it can be used. */
export type CollectionPreview =
  | {
      readonly ok: true;
      readonly form: CollectionForm;
      /** "Postman collection". */
      readonly label: string;
      readonly name: string;
      readonly requests: readonly {
        readonly folder: readonly string[];
        readonly name: string;
        readonly method: string;
        readonly url: string;
        /** Label of the scheme that is used in the end, with where it comes from. */
        readonly auth?: string;
      }[];
      readonly environments: readonly { readonly name: string; readonly variables: number }[];
      readonly profiles: readonly string[];
      /** What could not be carried over, one sentence each. */
      readonly left: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** What an import brought; `deleteAll` takes it back. */
export interface Imported {
  readonly requests: readonly string[];
  readonly folders: readonly (readonly string[])[];
  readonly environments: readonly string[];
  readonly profiles: readonly string[];
}

/** Files that another tool imports, and what they could not carry. */
export interface CollectionExport extends WrittenCollection {
  readonly requests: number;
  readonly environments: number;
}

export interface CodeExport {
  readonly code: string;
  readonly notes: readonly string[];
}

export interface CurlExport {
  readonly command: string;
  readonly notes: readonly string[];
}

export type Discovered =
  | {
      readonly ok: true;
      readonly issuer: string;
      readonly authorizationEndpoint: string | undefined;
      readonly tokenEndpoint: string | undefined;
      readonly deviceAuthorizationEndpoint: string | undefined;
      readonly pushedAuthorizationEndpoint: string | undefined;
      readonly scopes: readonly string[];
      readonly clientAuthentication: readonly string[];
      readonly exchanges: readonly Exchange[];
    }
  | { readonly ok: false; readonly message: string; readonly exchanges: readonly Exchange[] };

/** An attempt as the history keeps it, redacted. */
export interface HistoryAttempt {
  readonly attempt: Attempt;
  /** Absent where the vault does not open it any more. */
  readonly draft: Draft | undefined;
  /** What experiments on it found out, in the order in which they were made. */
  readonly experiments: readonly ExperimentResult[];
}

export interface HistoryEntry {
  readonly id: string;
  readonly atMs: number;
  readonly method: string;
  readonly url: string;
  readonly name: string;
  /** Absent where no answer came. */
  readonly status?: number;
  readonly failure?: string;
  /** The first finding's cause. */
  readonly cause?: string;
  /** Name of the auth profile that was used. */
  readonly profile?: string;
  /** Kept for good, whatever the retention setting lets go. */
  readonly pinned?: true;
  /** Pinned as it was, secrets included. */
  readonly withSecrets?: true;
  readonly durationMs: number;
}

/** What the keys of its issuer say of a token's signature. */
export interface TokenChecked {
  readonly verdict: 'good' | 'bad' | 'not-checked';
  /** One sentence for a person. */
  readonly says: string;
}
