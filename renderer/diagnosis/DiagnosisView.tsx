import { FileText, GitCompareArrows, Terminal, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Cause } from '../../shared/diagnosis/causes.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { resourcePointerOf, type ResourcePointer } from '../../shared/oauth/resource-metadata.ts';
import type { Plan } from '../../shared/remedies/remedy.ts';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import type { Thread } from '../exchange/thread.ts';
import type { AttemptRecord } from '../state/state.ts';
import { Button } from '../ui/Button.tsx';
import { Breakable } from '../ui/Breakable.tsx';
import { cx } from '../ui/cx.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { KeepAway, Steps, UndoRemedy } from './AfterRemedy.tsx';
import { Candidates } from './Candidates.tsx';
import styles from './DiagnosisView.module.css';
import { EvidenceList } from './EvidenceList.tsx';
import { Figure } from './Figure.tsx';
import { headlineOf, type Headline } from './headline.ts';
import { oddsFigure, oddsWord } from '../../shared/diagnosis/words.ts';
import { candidatesOf, oddsAfterHelp, verdictOf } from './odds.ts';
import { NoOdds, Odds } from './Odds.tsx';
import { remedySteps } from './remedy-steps.ts';
import { Remedies, type RunPlan } from './Remedies.tsx';
import { SetUpOAuth } from './SetUpOAuth.tsx';
import { RuledOut } from './RuledOut.tsx';
import { ServerLogs } from './ServerLogs.tsx';

export type DiagnosisLayout = 'side' | 'sheet';

export interface DiagnosisViewProps {
  readonly layout: DiagnosisLayout;
  readonly record: AttemptRecord;
  /** The attempt that this one's remedy mended. */
  readonly before: AttemptRecord | undefined;
  readonly plans: readonly Plan[];
  readonly thread: Thread;
  readonly profile: Profile | undefined;
  readonly token: TokenState | undefined;
  /** Where tokens are stored, in words. */
  readonly vault: string;
  readonly busy: string | undefined;
  readonly nowMs: number;
  /** What could be found out, where there is something. */
  readonly experiments?: ReactNode;
  readonly onGo: (evidence: number) => void;
  readonly onRun: RunPlan;
  readonly onRenew: (on: boolean) => void;
  /** Absent where the request was changed since. */
  readonly onUndo: (() => void) | undefined;
  /** Resolves to a sentence where it failed. */
  readonly onSetUp: (pointer: ResourcePointer) => Promise<string | undefined>;
  readonly onReport: () => void;
  /** Opens the handbook at the cause. */
  readonly onCause: (cause: Cause) => void;
  readonly onCurl: () => void;
  /** Absent where nothing was refused. */
  readonly onCompare?: (() => void) | undefined;
  readonly onClose: () => void;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles['part']} aria-label={title}>
    <h3 className={styles['heading']}>{title}</h3>
    {children}
  </section>
);

const Who = ({ pill, who }: Headline) => (
  <p className={styles['who']}>
    {pill !== undefined && (
      <StatusPill tone={pill.tone} words={!/^\d+$/.test(pill.text)}>
        {pill.text}
      </StatusPill>
    )}
    {who}
  </p>
);

/** The odds below the large sentence: of the cause now, and after a remedy also what they were. */
const HeadOdds = ({
  headline,
  record,
  before,
}: {
  readonly headline: Headline;
  readonly record: AttemptRecord;
  readonly before: AttemptRecord | undefined;
}) => {
  const was = before === undefined ? undefined : verdictOf(before.diagnosis)?.confidence;
  if (headline.outcome?.kind === 'helped') {
    return was === undefined ? null : (
      <Odds confidence={oddsAfterHelp(was)} words={`was ${oddsFigure(was)} before the retry`} />
    );
  }
  if (headline.outcome !== undefined) return null;
  if (headline.verdict === undefined)
    return <NoOdds most={candidatesOf(record.diagnosis)[0]?.confidence ?? 0} />;
  const { cause, confidence } = headline.verdict;
  const asked = record.experiments;
  return asked === undefined || asked.results.length === 0 ? (
    <Odds confidence={confidence} />
  ) : (
    <Odds confidence={confidence} words={`${oddsWord(confidence)}, ${wasWords(asked.before, cause)}`} />
  );
};

/** "was 44 %", before the experiments. */
const wasWords = (before: Diagnosis, cause: Cause): string => {
  const found = before.findings.find((finding) => finding.cause === cause);
  return found === undefined ? 'was not on the list' : `was ${oddsFigure(found.confidence)}`;
};

/** What the remedy did: the cause it was for, the steps, and how to keep it away. */
const After = ({
  headline,
  record,
  before,
  profile,
  token,
  vault,
  nowMs,
  onRenew,
  onUndo,
}: DiagnosisViewProps & { readonly headline: Headline; readonly before: AttemptRecord }) => {
  const cause = verdictOf(before.diagnosis);
  const { remedy } = record;
  const renewable =
    headline.outcome?.kind === 'helped' &&
    profile !== undefined &&
    token !== undefined &&
    cause?.cause === 'token-expired';
  return (
    <>
      {headline.outcome?.kind === 'helped' && cause !== undefined && (
        <Part title="The cause">
          <p>{cause.title}.</p>
        </Part>
      )}
      {remedy !== undefined && (
        <Part title="What was done">
          <Steps
            steps={remedySteps(before, record, remedy.id, { profile: record.attempt.profile, where: vault })}
          />
          {onUndo !== undefined && <UndoRemedy remedy={remedy} onUndo={onUndo} />}
        </Part>
      )}
      {renewable && (
        <Part title="So that it stays away">
          <KeepAway profile={profile} token={token} nowMs={nowMs} onRenew={onRenew} />
        </Part>
      )}
    </>
  );
};

/** The verdict of the attempt itself, when a remedy's sentence has taken its place. */
const CauseNow = ({ headline }: { readonly headline: Headline }) =>
  headline.verdict === undefined ? null : (
    <Part title="Now the likeliest cause">
      <p className={styles['cause']}>{headline.verdict.title}</p>
      <Odds confidence={headline.verdict.confidence} />
    </Part>
  );

const Foot = ({
  onReport,
  onCurl,
  onCompare,
  working,
}: Pick<DiagnosisViewProps, 'onReport' | 'onCurl' | 'onCompare'> & { readonly working: boolean }) => (
  <>
    <Button variant="quiet" icon={<FileText aria-hidden="true" />} onPress={onReport}>
      Report
    </Button>
    <Button variant="quiet" icon={<Terminal aria-hidden="true" />} onPress={onCurl}>
      {working ? 'Copy working cURL' : 'Copy as cURL'}
    </Button>
    {onCompare !== undefined && (
      <Button
        variant="quiet"
        icon={<GitCompareArrows aria-hidden="true" />}
        label="Compare with one that works…"
        onPress={onCompare}
      >
        Compare…
      </Button>
    )}
  </>
);

/** Who refused, why, how sure that is, what proves it, and what can be done. */
export const DiagnosisView = (props: DiagnosisViewProps) => {
  const { layout, record, before, plans, thread, busy, onGo, onRun, onReport, onCurl, onClose } = props;
  const { diagnosis, attempt } = record;
  const headline = headlineOf(record, before);
  const { verdict, outcome } = headline;
  const candidates = candidatesOf(diagnosis);
  const sheet = layout === 'sheet';
  const unexplained = diagnosis.findings.find(({ cause }) => cause === 'unexplained')?.explanation;
  const foot = (
    <Foot
      onReport={onReport}
      onCurl={onCurl}
      onCompare={diagnosis.failed ? props.onCompare : undefined}
      working={outcome?.kind === 'helped'}
    />
  );

  const said = (
    <div>
      <Who {...headline} />
      <h2 className={styles['verdict']}>
        <Breakable text={headline.title} />
      </h2>
      {diagnosis.failed || outcome !== undefined ? (
        <HeadOdds headline={headline} record={record} before={before} />
      ) : null}
      {outcome !== undefined && before !== undefined && outcome.kind !== 'helped' && (
        <CauseNow headline={headline} />
      )}
      {verdict === undefined && unexplained !== undefined && (
        <p className={styles['unexplained']}>{unexplained}</p>
      )}
      {verdict?.figure !== undefined && !sheet && (
        <div className={styles['figure']}>
          <Figure figure={verdict.figure} />
        </div>
      )}
    </div>
  );
  const proof = thread.evidence.length > 0 && diagnosis.failed && (
    <Part title="Evidence">
      <EvidenceList attempt={attempt} thread={thread} onGo={onGo} />
    </Part>
  );
  const mend = plans.length > 0 && diagnosis.failed && (
    <div className={styles['part']}>
      <Remedies plans={plans} busy={busy} onRun={onRun} compact={sheet} />
    </div>
  );
  const pointer = diagnosis.failed ? resourcePointerOf(attempt) : undefined;
  const setUp = pointer !== undefined && (
    <Part title="OAuth of this API">
      <SetUpOAuth pointer={pointer} onSetUp={props.onSetUp} />
    </Part>
  );
  const others = candidates.length > 0 && (
    <Part title={verdict === undefined ? 'Candidates' : 'Further candidates'}>
      <Candidates findings={candidates} exchanges={attempt.exchanges.length} />
    </Part>
  );
  const folds = (
    <div className={styles['folds']}>
      {verdict !== undefined && verdict.explanation !== '' && (
        <Disclosure title="What this means">
          <p className={styles['explanation']}>{verdict.explanation}</p>
          <p className={styles['explanation']}>
            <Button
              variant="link"
              onPress={() => {
                props.onCause(verdict.cause);
              }}
            >
              All about this cause
            </Button>
          </p>
        </Disclosure>
      )}
      <RuledOut causes={diagnosis.ruledOut} />
      {props.experiments}
      {diagnosis.failed && <ServerLogs exchange={attempt.exchanges[diagnosis.exchange]} />}
    </div>
  );
  const after = before !== undefined && outcome !== undefined && (
    <After {...props} headline={headline} before={before} />
  );

  return (
    <aside
      className={cx(styles['panel'], styles[layout])}
      aria-label="Diagnosis"
      data-diagnosis-panel={layout}
    >
      <header className={styles['head']}>
        <p className={styles['heading']}>Diagnosis</p>
        <span className={styles['tools']}>
          {sheet && foot}
          <IconButton label="Close diagnosis" onPress={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        </span>
      </header>
      <div className={styles['body']} data-diagnosis-body>
        {sheet ? (
          <>
            <div>
              {said}
              {mend}
              {setUp}
              {after}
            </div>
            <div>
              {proof}
              {others}
              {folds}
            </div>
          </>
        ) : (
          <>
            {said}
            {after}
            {proof}
            {mend}
            {setUp}
            {others}
            {folds}
          </>
        )}
      </div>
      {!sheet && <footer className={styles['foot']}>{foot}</footer>}
    </aside>
  );
};
