import { isAbsolute, join } from 'node:path';
import { homedir } from 'node:os';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Boot } from '../../shared/ipc/replies.ts';
import { retentionIn, retentionPreference } from '../../shared/history/retention.ts';
import { networkPreference } from '../../shared/proxy/network-settings.ts';
import { examples } from '../examples/index.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';

const historyShown = 200;

/** Everything a window needs to draw itself. A history that cannot be read is a problem of the workspace, not the end. */
const boot = async (context: EngineContext): Promise<Boot> => {
  const { vault } = context;
  const workspace = context.workspace().current();
  const problems = [...context.startProblems, ...workspace.problems];
  const readable = async <T>(work: Promise<readonly T[]>, file: string): Promise<readonly T[]> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      problems.push({ file, message: error.message });
      return [];
    }
  };
  const history = await readable(
    context.history.list({ search: '', limit: historyShown, beforeMs: undefined }),
    'history',
  );
  const tabs = await context.tabs.read(workspace.folder);
  const tokens = await readable(context.tokens.states(), 'vault');
  return {
    version: context.version,
    host: context.host === 'desktop' ? 'desktop' : 'browser',
    platform: process.platform,
    workspace: { ...workspace, problems },
    tabs,
    tokens,
    history,
    preferences: context.preferences.current(),
    vault: { kind: vault.kind, ...(vault.notice === undefined ? {} : { notice: vault.notice }) },
    examples: examples.map((example) => example.info),
  };
};

const folderOf = (typed: string): string => {
  const text = typed.trim();
  const folder = text === '~' || /^~[/\\]/.test(text) ? join(homedir(), text.slice(1)) : text;
  if (!isAbsolute(folder)) throw new EngineError('bad-argument', 'Give the whole path of the folder.');
  return folder;
};

export const bootHandlers = (
  context: EngineContext,
): Pick<Handlers, 'boot' | 'savePreferences' | 'openWorkspace'> => ({
  boot: () => boot(context),
  async savePreferences({ preferences }) {
    if (networkPreference in preferences) {
      throw new EngineError('bad-argument', 'The network settings hold a secret: save them on their own.');
    }
    await context.preferences.save(preferences);
    context.emit({ event: 'preferences', preferences: context.preferences.current() });
    if (retentionPreference in preferences) {
      await context.history.retain(retentionIn(context.preferences.current()), context.nowMs());
    }
  },
  async openWorkspace({ folder }) {
    await context.openWorkspace(folderOf(folder));
    return boot(context);
  },
});
