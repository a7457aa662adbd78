import type { Busy, Progress } from './busy.ts';
import type { CollectionFile } from '../../shared/collections/collection.ts';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import type { Difference } from '../../shared/compare/difference.ts';
import type { Attempt, Exchange, SentRequest } from '../../shared/exchange/exchange.ts';
import type { Cause } from '../../shared/diagnosis/causes.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { ExperimentResult } from '../../shared/experiments/result.ts';
import type { Retention } from '../../shared/history/retention.ts';
import type { GuidePageId } from '../../shared/guide/guide-pages.ts';
import type { NetworkSettings } from '../../shared/proxy/network-settings.ts';
import type { ResourcePointer } from '../../shared/oauth/resource-metadata.ts';
import type { AppSettings } from '../../shared/settings/app-settings.ts';
import type { OwnShortcuts } from '../../shared/shortcuts/own-shortcuts.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import type { Answers, Plan, TokenAction } from '../../shared/remedies/remedy.ts';
import type { Undo } from '../../shared/remedies/run.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { Folder } from '../../shared/workspace/folder.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import type { Environment, Profile, TokenState } from '../../shared/workspace/profile.ts';
import type { PaneSizes } from './preferences.ts';
import type { CommandArg, LoginPrompt, HostError } from '../../shared/ipc/contract.ts';
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

/** All that a person can do. Views call these and nothing else. */
export interface Actions {
  boot(): Promise<void>;
  /** Opens or creates the workspace in this folder; what was open is closed. Resolves to a sentence where it failed. */
  openWorkspace(folder: string): Promise<string | undefined>;

  // requests
  newRequest(): void;
  /** One that lies in that folder once it is saved. */
  newRequestIn(folder: readonly string[]): void;
  openRequest(id: string): void;
  /** Opens a draft that came from a paste, an example or history. */
  openDraft(draft: Draft): void;
  /** Closes tabs. What was typed in them stays with them until it is forgotten among newer ones. */
  closeRequests(ids: readonly string[]): void;
  closeOthers(id: string): void;
  /** Opens the tab that was closed last, with what was typed in it. */
  reopenClosed(): void;
  /** Puts a tab at another place, counted from the left among the others. */
  moveTab(id: string, to: number): void;
  /** Shows the tab so many places to the right, round the end. */
  showNeighbour(step: number): void;
  /** Goes back to the request as it is saved; can be undone. */
  discardEdits(id: string): void;
  editDraft(change: (draft: Draft) => Draft): void;
  showFirstRun(): void;
  saveRequest(name?: string, folder?: readonly string[]): Promise<void>;
  /** Says whether it was kept. */
  renameRequest(id: string, name: string): Promise<boolean>;
  /** Into the folder of that path; none for the outermost level. */
  moveRequest(id: string, folder: readonly string[]): Promise<void>;
  /** Gives a folder another name or place, with all in it. */
  moveFolder(from: readonly string[], to: readonly string[]): Promise<void>;
  /** Deletes a folder with all in it. */
  deleteFolder(path: readonly string[]): void;
  /** Remembers which folders are folded, by their keys. */
  foldFolders(keys: readonly string[]): void;
  duplicateRequest(id: string): Promise<void>;
  deleteRequest(id: string): Promise<void>;

  // sending
  send(options?: SendOptions): Promise<void>;
  cancel(): void;
  showAttempt(id: string): void;
  /** Does what the plan says: changes the request, its profile or the jar, and sends it as the shown attempt's successor. */
  runRemedy(plan: Plan, answers?: Answers): Promise<void>;
  /** Puts everything back as it was before the remedy of the shown attempt. */
  undoRemedy(): Promise<void>;
  compare(left: string, right: string): void;
  setOnlyDifferences(on: boolean): void;

  // finding out
  /** Makes one experiment on the shown refusal, or as many as are allowed, and moves the odds. */
  experiment(wish: ExperimentWish): Promise<void>;
  skipExperiment(id: string): void;
  cancelExperiments(): void;
  /** Halves what differs from a request that works, until what turns the shown refusal is found. */
  bisect(theirs: SentRequest, allowed: ExperimentWish['allowed']): Promise<ExperimentResult | undefined>;
  /** Takes one difference over into the request; can be undone. */
  takeOver(difference: Difference): void;

  /** Takes anything: sorts a pasted text and puts it where it belongs. Resolves to a sentence where it made no sense of it. */
  paste(text: string): Promise<string | undefined>;
  openExample(id: string): Promise<void>;
  /** Shows what another tool's collection would bring. Resolves to a sentence where nothing of it can be used. */
  readCollection(files: readonly CollectionFile[], signal?: AbortSignal): Promise<string | undefined>;
  /** Takes it in below a folder of that name; it can be undone from the notice. */
  importCollection(files: readonly CollectionFile[], name: string): Promise<void>;

  /** Keeps the auth that requests in a folder, or in the whole workspace, inherit, and its variables. */
  saveFolder(folder: Folder): Promise<void>;

  // profiles and tokens
  saveProfile(profile: Profile): Promise<Profile | undefined>;
  duplicateProfile(id: string): Promise<void>;
  deleteProfile(id: string): Promise<void>;
  /** Uses the profile in the current request and shows the Auth tab. */
  chooseProfile(id: string): void;
  newProfile(): Promise<void>;
  obtainToken(profileId: string, how: TokenAction): Promise<void>;
  /** The members of the server's answer; absent where there is none. */
  askAboutToken(
    profileId: string,
    question: TokenQuestion,
    which: 'access' | 'refresh',
  ): Promise<Readonly<Record<string, unknown>> | undefined>;
  forgetTokens(profileId: string): Promise<void>;
  /** Makes a profile of what an API says about itself, and uses it. Resolves to a sentence where that failed. */
  setUpOAuth(pointer: ResourcePointer): Promise<string | undefined>;

  // environments
  chooseEnvironment(id: string): void;
  saveEnvironment(environment: Environment): Promise<void>;
  deleteEnvironment(id: string): Promise<void>;

  // servers
  saveHostRule(rule: HostRule): Promise<void>;
  deleteHostRule(id: string): void;

  /** How requests travel that choose no proxy of their own. */
  setNetwork(network: NetworkSettings): void;

  /** Where the engine finds a file that a person chose; `undefined` where it cannot be had, which a notice says. */
  pathOfFile(file: File): Promise<string | undefined>;

  // history
  searchHistory(search: string): Promise<void>;
  /** The latest attempts that a search finds; the list of the window stays as it is. */
  findHistory(search: string): Promise<readonly HistoryEntry[]>;
  openHistory(id: string): Promise<void>;
  /** Pins without secrets; those that were kept go. */
  pinHistory(id: string, pinned: boolean): Promise<void>;
  /** Pins an attempt that is still in hand as it was: the person agreed to that. */
  pinWithSecrets(id: string): Promise<void>;
  /** Sets an attempt of the history beside the one that is shown. */
  compareHistory(id: string): Promise<void>;
  /** One can be had back for a while; without an id all of it goes. */
  deleteHistory(id?: string): Promise<void>;
  setRetention(retention: Retention): Promise<void>;

  changeSettings(change: Partial<AppSettings>): void;

  // keys
  /** Gives a command other keys; `null`: none, `undefined`: the usual ones. */
  setShortcut(commandId: string, keys: string | null | undefined): Promise<void>;
  resetShortcuts(): Promise<void>;

  // view
  setRequestTab(tab: RequestTab): void;
  setExchangeTab(tab: ExchangeTab): void;
  setTheme(theme: ViewState['theme']): void;
  toggleSidebar(): void;
  /** Folds a section of the sidebar to its head, or unfolds it. */
  toggleSection(title: string): void;
  setPaneSize(pane: keyof PaneSizes, pixels: number): void;
  /** Remembers what was run from the palette. */
  remember(itemId: string): void;
  toggleDiagnosis(): void;
  foldRequest(folded: boolean): void;
  setActiveEvidence(index: number | undefined): void;
  /** Shows the tab where the evidence stands and scrolls to it. */
  goToEvidence(index: number): void;
  togglePalette(open?: boolean): void;
  openDialog(dialog: Dialog | undefined): void;
  /** Shows the wire's secrets for 30 s, or hides them again. */
  revealSecrets(on: boolean): void;
  /** Does what may take long: shown after a moment, with the way to cancel it. `undefined` where it was. */
  whileBusy<T>(label: string, work: (progress: Progress) => Promise<T>): Promise<T | undefined>;
  notify(notice: Omit<Notice, 'id'>): void;
  dismissNotice(id: string): void;
}

/** What a person allowed, having read what it sends. */
export type ExperimentWish = Pick<CommandArg<'experiment'>, 'which' | 'allowed'>;

export type TokenQuestion = CommandArg<'askAboutToken'>['question'];

export interface SendOptions {
  readonly token?: TokenAction;
  readonly remedy?: AttemptRecord['remedy'];
  /** Replaces the current draft first: what a remedy's plan made of it. */
  readonly draft?: Draft;
  readonly label?: string;
  readonly freshConnection?: true;
}
