import { notify, type Context } from './context.ts';
import * as requests from './requests.ts';
import { goToEvidence, noticeDismissed, withView } from './view.ts';
import type { Dialog, ExchangeTab, Notice, RequestTab, ViewState } from './state.ts';
import type { PaneSizes } from './preferences.ts';

export interface ViewActions {
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
  notify(notice: Omit<Notice, 'id'>): void;
  dismissNotice(id: string): void;
}

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
