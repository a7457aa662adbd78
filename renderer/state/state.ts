import type { Busy } from './busy.ts';
import type { CollectionFile } from '../../shared/collections/collection.ts';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import type { Cause } from '../../shared/diagnosis/causes.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { ExperimentResult } from '../../shared/experiments/result.ts';
import type { Retention } from '../../shared/history/retention.ts';
import type { GuidePageId } from '../../shared/guide/guide-pages.ts';
import type { NetworkSettings } from '../../shared/proxy/network-settings.ts';
import type { AppSettings } from '../../shared/settings/app-settings.ts';
import type { OwnShortcuts } from '../../shared/shortcuts/own-shortcuts.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import type { Undo } from '../../shared/remedies/run.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import type { PaneSizes } from './preferences.ts';
import type { HostError } from '../../shared/ipc/contract.ts';
import type { LoginPrompt } from '../../shared/ipc/events.ts';
import type {
  CollectionPreview,
  Boot,
  ExampleInfo,
  HistoryEntry,
  Preview,
  Workspace,
} from '../../shared/ipc/replies.ts';

/** The window's whole state: plain data. What can be derived is not stored. Transitions are pure functions in this folder. */
export interface WindowState {
  readonly phase:
    | { readonly kind: 'loading' }
    | { readonly kind: 'failed'; readonly error: HostError }
    | { readonly kind: 'ready' };
  readonly host: Pick<Boot, 'host' | 'platform' | 'version' | 'vault'>;
  readonly examples: readonly ExampleInfo[];
  /** Ids of the examples that were mended. */
  readonly lessons: readonly string[];
  readonly workspace: Workspace;
  readonly network: NetworkSettings;
  readonly environmentId: string;
  /** Ids of what was run from the palette, the latest first. */
  readonly recentItems: readonly string[];
  readonly tokens: readonly TokenState[];
  /** Raised by one whenever a cookie jar has changed: what was read of it is to be read again. */
  readonly jarChanges: number;
  readonly history: readonly HistoryEntry[];
  readonly historySearch: string;
  /** All that was sent until then (epoch ms) is being deleted, and can still be had back. */
  readonly clearedUntilMs: number | undefined;
  readonly retention: Retention;
  readonly settings: AppSettings;
  /** The keys that the person gave to commands. */
  readonly shortcuts: OwnShortcuts;
  /** Requests that are open in this window, by draft id. */
  readonly open: Readonly<Record<string, OpenRequest>>;
  /** Their ids, in the order of their tabs. */
  readonly tabs: readonly string[];
  /** Tabs that can be opened again, the latest last. */
  readonly closed: readonly ClosedTab[];
  /** Keys of folders that are folded in the tree. */
  readonly folded: readonly string[];
  /** The one that is shown; the first-run screen where there is none. */
  readonly current: string | undefined;
  /** Ids whose deletion can still be undone: hidden here, still known to the engine. */
  readonly deleting: readonly string[];
  readonly view: ViewState;
  readonly notices: readonly Notice[];
  /** What takes long enough to be waited for. */
  readonly busy: readonly Busy[];
}

export interface OpenRequest {
  readonly draft: Draft;
  /** As on disk; absent where it was never saved. */
  readonly saved: Draft | undefined;
  /** Oldest first; imported ones among them. */
  readonly attempts: readonly AttemptRecord[];
  readonly shown: Shown;
  readonly sending: Sending | undefined;
  readonly preview: Preview | undefined;
  readonly requestTab: RequestTab;
  readonly exchangeTab: ExchangeTab;
}

export interface ClosedTab {
  readonly request: OpenRequest;
  /** Where it stood, counted from the left. */
  readonly at: number;
}

/** Which attempt the lower pane shows; `compare` sets two side by side. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'attempt'; readonly id: string }
  | {
      readonly kind: 'compare';
      readonly left: string;
      readonly right: string;
      readonly onlyDifferences: boolean;
    };

export interface AttemptRecord {
  readonly attempt: Attempt;
  /** As it was sent; absent for imported ones. */
  readonly draft: Draft | undefined;
  /** Computed once, when the attempt was over. */
  readonly diagnosis: Diagnosis;
  /** The remedy that led to it. */
  readonly remedy:
    { readonly id: RemedyId; readonly label: string; readonly of: string; readonly undo: Undo } | undefined;
  /** What was found out about it since; absent until something is asked. */
  readonly experiments?: Experiments;
}

/** The experiments on one refusal. The record's diagnosis holds what they found. */
export interface Experiments {
  readonly results: readonly ExperimentResult[];
  /** The diagnosis before the first of them. */
  readonly before: Diagnosis;
  /** Ids of those that the person does not want. */
  readonly skipped: readonly string[];
  /** What was allowed so far, and when last (epoch ms). */
  readonly allowed: { readonly requests: number; readonly atMs: number } | undefined;
  readonly running:
    | {
        readonly sendId: string;
        /** What is being changed just now. */
        readonly label: string;
        /** Requests that have left, and how many may. */
        readonly sent: number;
        readonly most: number;
      }
    | undefined;
}

/** Bytes of a body that left or came so far. */
export interface BodyProgress {
  readonly direction: 'sent' | 'received';
  readonly bytes: number;
  readonly total: number | undefined;
}

export interface Sending {
  readonly sendId: string;
  readonly startedAtMs: number;
  readonly exchanges: readonly Exchange[];
  /** How far the body is that is under way. */
  readonly progress: BodyProgress | undefined;
  /** Address at which the person must log in, while the engine waits for it. */
  readonly login: LoginPrompt | undefined;
  /** What the button says: "Sending…", "Refreshing…". */
  readonly label: string;
  readonly remedy: AttemptRecord['remedy'];
}

export type RequestTab = 'params' | 'auth' | 'headers' | 'body' | 'cookies' | 'variables' | 'settings';
export type ExchangeTab =
  | 'body'
  | 'headers'
  | 'wire'
  | 'signature'
  | 'hops'
  | 'timeline'
  | 'cookies'
  | 'tokens'
  | 'tls'
  | 'experiments';

export interface ViewState {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  readonly sidebarOpen: boolean;
  readonly foldedSections: readonly string[];
  readonly paneSizes: PaneSizes;
  readonly diagnosisOpen: boolean;
  /** Whether the request's parts are folded to their tabs; absent: as the space and the exchange suggest. */
  readonly requestFolded: boolean | undefined;
  /** The evidence that is hovered or focused: index into the first finding's evidence. */
  readonly activeEvidence: number | undefined;
  /** Raised by one to ask the exchange pane to scroll to the active evidence. */
  readonly scrollRequest: number;
  readonly paletteOpen: boolean;
  readonly dialog: Dialog | undefined;
  /** Secrets of the wire that are shown in plain, until this time (epoch ms). */
  readonly revealedUntilMs: number;
}

export type Dialog =
  | { readonly kind: 'environments' }
  | { readonly kind: 'export' }
  | { readonly kind: 'save-request' }
  | { readonly kind: 'move'; readonly node: MovedNode }
  | { readonly kind: 'rename-profile'; readonly id: string }
  | { readonly kind: 'save-profile'; readonly profile: Profile }
  | { readonly kind: 'cookie'; readonly cookie: Cookie; readonly isNew: boolean }
  | { readonly kind: 'import-cookies' }
  | {
      readonly kind: 'import-collection';
      readonly files: readonly CollectionFile[];
      readonly preview: Extract<CollectionPreview, { ok: true }>;
    }
  | { readonly kind: 'folder-auth'; readonly path: readonly string[] }
  | { readonly kind: 'folder-variables'; readonly path: readonly string[] }
  /** `search`: what is looked for in them at first. */
  | { readonly kind: 'settings'; readonly search?: string }
  | { readonly kind: 'pin-with-secrets'; readonly id: string }
  | { readonly kind: 'guide'; readonly page: GuidePageId }
  | { readonly kind: 'host-rule'; readonly rule: HostRule }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'lessons' }
  | { readonly kind: 'export-collection'; readonly folder: readonly string[] }
  | { readonly kind: 'open-workspace' }
  /** What the handbook says of a cause. */
  | { readonly kind: 'cause'; readonly cause: Cause }
  | { readonly kind: 'report' }
  | { readonly kind: 'compare-with' };

/** What is moved in the tree: a request, or a folder with all in it. */
export type MovedNode =
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'folder'; readonly path: readonly string[] };

export interface Notice {
  readonly id: string;
  readonly tone: 'neutral' | 'warned' | 'refused' | 'accepted';
  readonly text: string;
  /** Undo of a deletion, for instance. */
  readonly action?: { readonly label: string; readonly run: () => void };
}
