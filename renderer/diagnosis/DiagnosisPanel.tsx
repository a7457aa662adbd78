import { useEffect, useMemo } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { Plan } from '../../shared/remedies/remedy.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import { ExperimentsFold } from '../experiments/ExperimentsFold.tsx';
import { useFindingOut } from '../experiments/use-finding-out.ts';
import type { Thread } from '../exchange/thread.ts';
import { plansOf } from '../state/plans.ts';
import {
  actions,
  currentProfile,
  currentRequest,
  recordById,
  shownRecord,
  tokenOf,
  useWindow,
  windowStore,
} from '../state/store.ts';
import type { AttemptRecord } from '../state/state.ts';
import { useNow } from '../ui/use-now.ts';
import { withTrust } from './consent.ts';
import { DiagnosisView, type DiagnosisLayout } from './DiagnosisView.tsx';
import { headlineOf } from './headline.ts';
import { NoDiagnosis } from './NoDiagnosis.tsx';
import { verdictOf } from './odds.ts';
import type { Answers } from './Remedies.tsx';

const none: readonly never[] = [];

/** The evidence of the verdict. Where nothing is active yet, the first piece is: its leader shows what leaders are for. */
const useThread = (record: AttemptRecord): Thread => {
  const evidence = record.diagnosis.findings[0]?.evidence ?? none;
  const active = useWindow((state) => state.view.activeEvidence);
  const scrollRequest = useWindow((state) => state.view.scrollRequest);
  const compared = useWindow((state) => currentRequest(state)?.shown.kind === 'compare');
  useEffect(() => {
    if (evidence.length > 0 && !compared) actions.setActiveEvidence(0);
  }, [evidence, compared]);
  return { evidence, active, scrollRequest, onActive: actions.setActiveEvidence };
};

/** Plans are made anew when what they are made from changes. */
const usePlans = (record: AttemptRecord): readonly Plan[] => {
  const draft = useWindow((state) => currentRequest(state)?.draft);
  const profile = useWindow(currentProfile);
  const tokens = useWindow((state) => state.tokens);
  return useMemo(() => {
    const plans = plansOf(windowStore.getState(), Date.now());
    // What was read from a file has no request of this window to send again.
    return record.attempt.source === 'imported' && record.draft === undefined
      ? plans.filter(({ sendsRequest }) => !sendsRequest)
      : plans;
    // oxlint-disable-next-line react/exhaustive-deps
  }, [record, draft, profile, tokens]);
};

const run = (profile: Profile | undefined) => {
  return (plan: Plan, answers: Answers, always = false): void => {
    const { draft } = currentRequest(windowStore.getState()) ?? {};
    if (!always || profile === undefined || draft === undefined) {
      void actions.runRemedy(plan, answers);
      return;
    }
    // Remembered in the profile, so that the request itself need not say it.
    const trusting = (): Profile => withTrust(profile, draft, plan.apply(answers));
    void actions.runRemedy({ ...plan, apply: () => draft, profile: trusting }, answers);
  };
};

const Shown = ({ layout, record }: { readonly layout: DiagnosisLayout; readonly record: AttemptRecord }) => {
  const thread = useThread(record);
  const plans = usePlans(record);
  const profile = useWindow(currentProfile);
  const token = useWindow((state) => (profile === undefined ? undefined : tokenOf(state, profile.id)));
  const before = useWindow((state) =>
    record.remedy === undefined ? undefined : recordById(currentRequest(state), record.remedy.of),
  );
  const busy = useWindow((state) => currentRequest(state)?.sending?.label);
  const found = useFindingOut();
  const vault = useWindow((state) => state.host.vault.kind);
  // What was edited since would be lost with it.
  const undoable = useWindow((state) => currentRequest(state)?.draft === record.draft);
  return (
    <DiagnosisView
      key={record.attempt.id}
      layout={layout}
      record={record}
      before={before}
      plans={plans}
      thread={thread}
      profile={profile}
      token={token}
      vault={vault === 'keychain' ? 'keychain' : 'key file'}
      busy={busy}
      nowMs={useNow(60_000)}
      experiments={
        found === undefined ? undefined : (
          <ExperimentsFold
            found={found}
            startsOpen={verdictOf(record.diagnosis) === undefined}
            onOpen={() => {
              actions.setExchangeTab('experiments');
            }}
          />
        )
      }
      onGo={actions.goToEvidence}
      onRun={run(profile)}
      onUndo={undoable ? () => void actions.undoRemedy() : undefined}
      onRenew={(renew) => {
        if (profile !== undefined) void actions.saveProfile({ ...profile, renew });
      }}
      onSetUp={actions.setUpOAuth}
      onCause={(cause) => {
        actions.openDialog({ kind: 'cause', cause });
      }}
      onReport={() => {
        actions.openDialog({ kind: 'report' });
      }}
      onCurl={() => {
        actions.openDialog({ kind: 'export' });
      }}
      onCompare={() => {
        actions.openDialog({ kind: 'compare-with' });
      }}
      onClose={actions.toggleDiagnosis}
    />
  );
};

/** Says what became of a remedy; a verdict is announced by the window itself. */
const Spoken = () => {
  const spoken = useWindow((state) => {
    const record = shownRecord(state);
    const before =
      record?.remedy === undefined ? undefined : recordById(currentRequest(state), record.remedy.of);
    return record === undefined || before === undefined ? '' : headlineOf(record, before).spoken;
  });
  return (
    <VisuallyHidden>
      <p role="status">{spoken}</p>
    </VisuallyHidden>
  );
};

/** The panel beside the exchange, or the sheet below it. */
export const DiagnosisPanel = ({ layout }: { readonly layout: DiagnosisLayout }) => {
  const record = useWindow(shownRecord);
  return (
    <>
      {record === undefined ? (
        <NoDiagnosis layout={layout} onClose={actions.toggleDiagnosis} />
      ) : (
        <Shown layout={layout} record={record} />
      )}
      <Spoken />
    </>
  );
};
