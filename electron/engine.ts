import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Handlers } from '../shared/ipc/contract.ts';
import type { HostEvent } from '../shared/ipc/events.ts';
import type { Workspace } from '../shared/ipc/replies.ts';
import { retentionIn } from '../shared/history/retention.ts';
import type { Environment } from '../shared/proxy/environment.ts';
import { createCookies } from './cookies/cookies.ts';
import { dataFolder } from './data-folder.ts';
import { bootHandlers } from './engine/boot.ts';
import { collectionHandlers } from './engine/collections.ts';
import { cookieHandlers } from './engine/cookies.ts';
import type { EngineContext } from './engine/context.ts';
import { exampleHandlers } from './engine/examples.ts';
import { experimentHandlers } from './engine/experiments.ts';
import { exportCollectionHandlers } from './engine/export-collection.ts';
import { exportHandlers } from './engine/export.ts';
import { historyHandlers } from './engine/history.ts';
import { networkHandlers, openNetwork } from './engine/network.ts';
import { previewHandlers } from './engine/preview.ts';
import { profileHandlers } from './engine/profiles.ts';
import { sendHandlers } from './engine/send.ts';
import { createLogins, loginHandlers } from './engine/logins.ts';
import { createSends } from './engine/sends.ts';
import { tabHandlers } from './engine/tabs.ts';
import { tokenQuestionHandlers } from './engine/token-questions.ts';
import { tokenHandlers } from './engine/tokens.ts';
import { uploadHandlers } from './engine/uploads.ts';
import { workspaceHandlers } from './engine/workspace.ts';
import { EngineError } from './errors.ts';
import { createExampleServer } from './examples/example-server.ts';
import { fetchTextBy } from './net/proxies/fetch-text.ts';
import { createPacFiles } from './net/proxies/pac-files.ts';
import type { ProxySources } from './net/proxies/proxy-chooser.ts';
import { createTransport } from './net/transport.ts';
import { createTokens } from './oauth/tokens.ts';
import { createSchemeMemories } from './schemes/scheme-host.ts';
import { removeAbandoned } from './storage/atomic-write.ts';
import { openBodyFiles } from './storage/body-files.ts';
import { openHistory } from './storage/history.ts';
import { openPreferences } from './storage/preferences.ts';
import { createTabKeeper } from './storage/tab-keeper.ts';
import { createUploads } from './storage/uploads.ts';
import { openWorkspaceFiles, type WorkspaceFiles } from './storage/workspace-files.ts';
import { newSecretId, openVault } from './vault/vault.ts';

export interface EngineOptions {
  readonly host: 'desktop' | 'browser' | 'shell';
  /** Vault, history and preferences; the person's own data folder where absent. */
  readonly dataFolder?: string;
  /** The one that was open last where absent. */
  readonly workspaceFolder?: string;
  /** Opens a login page in the system browser; false where there is none. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  readonly version: string;
  /** Variables that may name proxies; the process's own where absent. */
  readonly environment?: Environment;
  /** The clock, for signing and lifetimes; the machine's where absent. */
  readonly nowMs?: () => number;
}

export interface Engine {
  readonly handlers: Handlers;
  /** The open workspace as it is now; `boot` tells a window much more. */
  workspace(): Workspace;
  /** What is remembered beside the workspace, as it is now. */
  preferences(): Readonly<Record<string, unknown>>;
  /** Returns the function that stops listening. */
  listen(listener: (event: HostEvent) => void): () => void;
  /** Cancels what is under way and lets go of every file, socket and thread. */
  close(): Promise<void>;
}

/** The preference that names the workspace to open at the next start. */
const lastWorkspace = 'workspaceFolder';

const textIn = (values: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/**
 * The engine of every host: storage, vault, network and diagnosis behind the contract's handlers.
 * @throws EngineError where the workspace cannot be opened
 */
export const createEngine = async (options: EngineOptions): Promise<Engine> => {
  const folder = options.dataFolder ?? dataFolder();
  const userAgent = `why401/${options.version}`;
  const nowMs = options.nowMs ?? Date.now;
  const newId = (): string => randomUUID();

  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const vault = await openVault({ folder });
  await removeAbandoned(folder);
  const preferences = await openPreferences(join(folder, 'preferences.json'));
  const bodies = await openBodyFiles(join(folder, 'bodies'));

  const openFiles = (path: string, name?: string): Promise<WorkspaceFiles> =>
    openWorkspaceFiles({
      folder: path,
      ...(name === undefined ? {} : { name }),
      vault,
      lockFolder: join(folder, 'locks'),
      newId: newSecretId,
      onChange: (workspace) => emit({ event: 'workspace', workspace }),
    });
  const openOwn = (): Promise<WorkspaceFiles> => openFiles(join(folder, 'workspace'), 'My workspace');
  const last = textIn(preferences.current(), lastWorkspace);
  const startProblems: { file: string; message: string }[] = [];
  /** A folder that was opened last and cannot be read now must not keep the window shut. */
  const openLast = (path: string): Promise<WorkspaceFiles> =>
    openFiles(path).catch((error: unknown) => {
      if (!(error instanceof EngineError)) throw error;
      startProblems.push({ file: path, message: error.message });
      return openOwn();
    });
  let files = await (options.workspaceFolder !== undefined
    ? openFiles(options.workspaceFolder)
    : last !== undefined
      ? openLast(last)
      : openOwn());

  const history = await openHistory({
    file: join(folder, 'history.db'),
    bodies,
    vault,
    retention: retentionIn(preferences.current()),
    thread: options.host === 'shell' ? 'own' : 'worker',
  });
  if (options.host !== 'shell') {
    // What grew too old while nothing was sent. A history that cannot be read is told when a window starts.
    void history.retain(retentionIn(preferences.current()), nowMs()).catch(() => undefined);
  }
  const network = createTransport({ bodyFolder: bodies.folder, nowMs, newId });
  const proxies: ProxySources = {
    env: options.environment ?? process.env,
    pac: createPacFiles({ nowMs, fetchText: fetchTextBy(network.transport, userAgent) }),
    network: () => openNetwork(preferences, vault),
  };
  const tokens = createTokens({
    vault,
    transport: network.transport,
    nowMs,
    openBrowser: options.openBrowser,
    onChange: (states) => emit({ event: 'tokens', tokens: states }),
    userAgent,
  });
  const tabs = createTabKeeper(join(folder, 'tabs'), vault);
  const uploads = createUploads(join(folder, 'chosen-files'));
  if (options.host !== 'shell') {
    const needed = async (): Promise<string> =>
      JSON.stringify([files.current(), await tabs.read(files.folder)]);
    void uploads.sweep(needed, nowMs()).catch(() => undefined);
  }
  const sends = createSends();
  const logins = createLogins();
  const examples = createExampleServer(nowMs);

  const context: EngineContext = {
    host: options.host,
    version: options.version,
    userAgent,
    nowMs,
    newId,
    vault,
    preferences,
    history,
    tabs,
    bodies,
    transport: network.transport,
    proxies,
    tokens,
    cookies: createCookies(vault, nowMs, (key) =>
      emit({ event: 'cookies', environmentId: key.environmentId }),
    ),
    logins,
    schemeMemories: createSchemeMemories(),
    workspace: () => files,
    async openWorkspace(path) {
      const before = files;
      files = await openFiles(path);
      startProblems.length = 0;
      await before.close();
      await preferences.save({ [lastWorkspace]: files.folder });
      emit({ event: 'workspace', workspace: files.current() });
    },
    emit,
    startProblems,
  };

  const handlers: Handlers = {
    ...bootHandlers(context),
    ...sendHandlers(context, sends),
    ...experimentHandlers(context, sends),
    ...previewHandlers(context),
    ...workspaceHandlers(context),
    ...tabHandlers(tabs),
    ...profileHandlers(context),
    ...tokenHandlers(context, sends),
    ...tokenQuestionHandlers(context, sends),
    ...loginHandlers(logins),
    ...networkHandlers(context),
    ...collectionHandlers(context),
    ...cookieHandlers(context),
    ...historyHandlers(context),
    ...exportHandlers(context),
    ...exportCollectionHandlers(context),
    ...uploadHandlers(uploads),
    ...exampleHandlers(context, examples),
  };

  return {
    handlers,
    workspace: () => files.current(),
    preferences: () => preferences.current(),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      sends.cancelAll();
      proxies.pac.close();
      await network.close();
      await examples.close();
      await files.close();
      await tabs.settled();
      await history.sweep().catch(() => undefined);
      await history.close();
      listeners.clear();
    },
  };
};
