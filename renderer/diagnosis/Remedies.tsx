import { useState } from 'react';
import type { Plan } from '../../shared/remedies/remedy.ts';
import { Button } from '../ui/Button.tsx';
import { Changes } from './Changes.tsx';
import { ConsentQuestion } from './ConsentQuestion.tsx';
import styles from './Remedies.module.css';
import { RunButton } from './RunButton.tsx';
import { ValuesQuestion } from './ValuesQuestion.tsx';

export type Answers = Readonly<Record<string, string>>;

export interface RunPlan {
  (plan: Plan, answers: Answers, always?: boolean): void;
}

interface RemediesProps {
  readonly plans: readonly Plan[];
  /** Something is on its way: what the button says meanwhile. */
  readonly busy: string | undefined;
  readonly onRun: RunPlan;
  /** The change stands behind a link: there is no room for it. */
  readonly compact: boolean;
}

const Main = ({
  plan,
  busy,
  onRun,
  compact,
  onNotNow,
}: Omit<RemediesProps, 'plans'> & { readonly plan: Plan; readonly onNotNow: () => void }) => {
  const run = (answers: Answers, always = false): void => {
    onRun(plan, answers, always);
  };
  switch (plan.question?.kind) {
    case 'consent':
      return (
        <ConsentQuestion plan={plan} question={plan.question} busy={busy} onRun={run} onNotNow={onNotNow} />
      );
    case 'values':
      return <ValuesQuestion plan={plan} question={plan.question} busy={busy} onRun={run} />;
    case undefined:
      return (
        <>
          <RunButton
            plan={plan}
            busy={busy}
            onRun={() => {
              run({});
            }}
          />
          {!compact && <Changes changes={plan.changes} folded={false} />}
          <p className={styles['sends']}>{plan.sends}</p>
          {compact && <Changes changes={plan.changes} folded />}
        </>
      );
    default:
      return plan.question satisfies undefined;
  }
};

/**
 * What can be done about it: one remedy whole, with what it changes and sends, the others as links that take its
 * place. Nothing runs without having been shown.
 */
export const Remedies = ({ plans, ...rest }: RemediesProps) => {
  const [chosen, choose] = useState<string>();
  const [declined, decline] = useState<readonly string[]>([]);
  const standing = plans.filter(({ id }) => !declined.includes(id));
  const main = standing.find(({ id }) => id === chosen) ?? standing[0];
  // What sends nothing (the report) has its place in the panel's foot.
  const others = plans.filter((plan) => plan !== main && plan.sendsRequest);
  return (
    <section className={styles['remedies']} aria-label="What can be done">
      {main !== undefined && (
        <Main
          key={main.id}
          plan={main}
          {...rest}
          onNotNow={() => {
            decline([...declined, main.id]);
            choose(undefined);
          }}
        />
      )}
      {others.length > 0 && (
        <ul className={styles['others']}>
          {others.map((plan) => (
            <li key={plan.id}>
              <Button
                variant="link"
                onPress={() => {
                  decline(declined.filter((id) => id !== plan.id));
                  choose(plan.id);
                }}
              >
                {plan.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
