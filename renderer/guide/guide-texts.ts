import type { GuidePageId } from '../../shared/guide/guide-pages.ts';

type Load = () => Promise<{ readonly default: string }>;

/** The texts of the guide, each read when it is asked for. They are part of the page: no network is needed. */
const texts: Readonly<Record<GuidePageId, Load>> = {
  'getting-started': () => import('../../docs/guide/getting-started.md?raw'),
  'profiles-and-oauth': () => import('../../docs/guide/profiles-and-oauth.md?raw'),
  'reading-a-diagnosis': () => import('../../docs/guide/reading-a-diagnosis.md?raw'),
  inspecting: () => import('../../docs/guide/inspecting.md?raw'),
  'sharing-safely': () => import('../../docs/guide/sharing-safely.md?raw'),
  'command-line': () => import('../../docs/guide/command-line.md?raw'),
  'files-and-vault': () => import('../../docs/guide/files-and-vault.md?raw'),
  'window-and-keys': () => import('../../docs/guide/window-and-keys.md?raw'),
  'remote-use': () => import('../../docs/guide/remote-use.md?raw'),
};

export const guideText = async (id: GuidePageId): Promise<string> => (await texts[id]()).default;
