import type { HostEvent } from '../../shared/ipc/events.ts';
import type { Workspace } from '../../shared/ipc/replies.ts';
import type { ProxySources } from '../net/proxies/proxy-chooser.ts';
import type { Logins } from './logins.ts';
import type { Tokens } from '../oauth/tokens-types.ts';
import type { Transport } from '../net/transport-types.ts';
import type { SchemeMemories } from '../schemes/scheme-host.ts';
import type { Cookies, JarKey } from '../cookies/cookies.ts';
import type { BodyFiles } from '../storage/body-files.ts';
import type { History } from '../storage/history.ts';
import type { Preferences } from '../storage/preferences.ts';
import type { TabKeeper } from '../storage/tab-keeper.ts';
import type { WorkspaceFiles } from '../storage/workspace-files.ts';
import type { Vault } from '../vault/vault-types.ts';

/** What the handlers work with. Made once by engine.ts; they know no host. */
export interface EngineContext {
  readonly host: 'desktop' | 'browser' | 'shell';
  readonly version: string;
  readonly userAgent: string;
  nowMs(): number;
  newId(): string;
  readonly vault: Vault;
  readonly preferences: Preferences;
  readonly history: History;
  readonly tabs: TabKeeper;
  readonly bodies: BodyFiles;
  readonly transport: Transport;
  readonly proxies: ProxySources;
  readonly tokens: Tokens;
  readonly cookies: Cookies;
  readonly logins: Logins;
  readonly schemeMemories: SchemeMemories;
  /** The workspace that is open now. */
  workspace(): WorkspaceFiles;
  /** Opens another one in its place; the old one stays open where that fails. */
  openWorkspace(folder: string): Promise<void>;
  emit(event: HostEvent): void;
  /** What could not be opened at the start, each with a sentence. */
  readonly startProblems: Workspace['problems'];
}

/** Names the cookie jar of an environment of the workspace that is open. */
export const jarKey = (context: EngineContext, environmentId: string): JarKey => ({
  environmentId,
  workspaceFolder: context.workspace().folder,
});
