import { tabOfPlace } from './evidence-tab.ts';
import { setExchangeTab, withCurrent } from './requests.ts';
import { shownRecord } from './selectors.ts';
import type { Notice, ViewState, WindowState } from './state.ts';

export const withView = (state: WindowState, change: Partial<ViewState>): WindowState => ({
  ...state,
  view: { ...state.view, ...change },
});

/** Shows the bytes of one piece of evidence: the single attempt, the tab, and a wish to scroll there. */
export const goToEvidence = (state: WindowState, index: number): WindowState => {
  const record = shownRecord(state);
  const evidence = record?.diagnosis.findings[0]?.evidence[index];
  if (record === undefined || evidence === undefined) return state;
  const single = withCurrent(state, (request) =>
    request.shown.kind === 'compare'
      ? { ...request, shown: { kind: 'attempt', id: record.attempt.id } }
      : request,
  );
  return withView(setExchangeTab(single, tabOfPlace(evidence.place, record.attempt)), {
    activeEvidence: index,
    scrollRequest: state.view.scrollRequest + 1,
  });
};

export const noticed = (state: WindowState, notice: Notice): WindowState => ({
  ...state,
  notices: [...state.notices.filter((other) => other.text !== notice.text), notice].slice(-4),
});

export const noticeDismissed = (state: WindowState, id: string): WindowState => ({
  ...state,
  notices: state.notices.filter((notice) => notice.id !== id),
});
