import { notify, type Context } from './context.ts';
import * as requests from './requests.ts';
import type { Actions } from './state.ts';
import { goToEvidence, noticeDismissed, withView } from './view.ts';

type ViewActions = Pick<
  Actions,
  | 'setRequestTab'
  | 'setExchangeTab'
  | 'setTheme'
  | 'toggleSidebar'
  | 'toggleDiagnosis'
  | 'toggleSection'
  | 'setPaneSize'
  | 'remember'
  | 'foldRequest'
  | 'setActiveEvidence'
  | 'goToEvidence'
  | 'togglePalette'
  | 'openDialog'
  | 'revealSecrets'
  | 'notify'
  | 'dismissNotice'
>;

/** Secrets of the wire stay in plain this long. */
export const revealMs = 30_000;

/** So many are offered again; the oldest is forgotten. */
const mostRemembered = 30;

const remembered = (items: readonly string[], item: string): readonly string[] =>
  [item, ...items.filter((other) => other !== item)].slice(0, mostRemembered);

export const viewActions = (context: Context): ViewActions => {
  let hideLater: (() => void) | undefined;
  return {
    setRequestTab(tab) {
      context.update((state) => requests.setRequestTab(state, tab));
    },
    setExchangeTab(tab) {
      context.update((state) => requests.setExchangeTab(state, tab));
    },
    setTheme(theme) {
      context.update((state) => withView(state, { theme }));
    },
    toggleSidebar() {
      context.update((state) => withView(state, { sidebarOpen: !state.view.sidebarOpen }));
    },
    toggleSection(title) {
      context.update((state) => {
        const others = state.view.foldedSections.filter((folded) => folded !== title);
        const isFolded = others.length < state.view.foldedSections.length;
        return withView(state, { foldedSections: isFolded ? others : [...others, title] });
      });
    },
    setPaneSize(pane, pixels) {
      context.update((state) => withView(state, { paneSizes: { ...state.view.paneSizes, [pane]: pixels } }));
    },
    remember(itemId) {
      context.update((state) => ({ ...state, recentItems: remembered(state.recentItems, itemId) }));
    },
    toggleDiagnosis() {
      context.update((state) => withView(state, { diagnosisOpen: !state.view.diagnosisOpen }));
    },
    foldRequest(requestFolded) {
      context.update((state) => withView(state, { requestFolded }));
    },
    setActiveEvidence(activeEvidence) {
      if (context.get().view.activeEvidence !== activeEvidence) {
        context.update((state) => withView(state, { activeEvidence }));
      }
    },
    goToEvidence(index) {
      context.update((state) => goToEvidence(state, index));
    },
    togglePalette(open) {
      context.update((state) => withView(state, { paletteOpen: open ?? !state.view.paletteOpen }));
    },
    openDialog(dialog) {
      context.update((state) => withView(state, { dialog, paletteOpen: false }));
    },
    revealSecrets(on) {
      hideLater?.();
      hideLater = undefined;
      context.update((state) => withView(state, { revealedUntilMs: on ? context.nowMs() + revealMs : 0 }));
      if (!on) return;
      hideLater = context.later(revealMs, () => {
        context.update((state) => withView(state, { revealedUntilMs: 0 }));
      });
    },
    notify(notice) {
      notify(context, notice);
    },
    dismissNotice(id) {
      context.update((state) => noticeDismissed(state, id));
    },
  };
};
