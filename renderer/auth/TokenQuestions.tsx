import { useState } from 'react';
import { actions } from '../state/store.ts';
import type { TokenQuestion } from '../state/token-actions.ts';
import { Button } from '../ui/Button.tsx';
import styles from './TokenQuestions.module.css';

interface TokenQuestionsProps {
  readonly profileId: string;
  readonly which: 'access' | 'refresh';
  /** Something is on its way already. */
  readonly isBusy: boolean;
}

const labels: Readonly<Record<TokenQuestion, string>> = {
  introspect: 'Introspect',
  userinfo: 'Userinfo',
  revoke: 'Revoke',
};

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Asks the authorization server about the token; what it answers stands below, its exchange beside the request's. */
export const TokenQuestions = ({ profileId, which, isBusy }: TokenQuestionsProps) => {
  const [said, setSaid] = useState<{
    readonly question: TokenQuestion;
    readonly answer: Readonly<Record<string, unknown>>;
  }>();
  const ask = async (question: TokenQuestion): Promise<void> => {
    setSaid(undefined);
    const answer = await actions.askAboutToken(profileId, question, which);
    if (answer !== undefined && question !== 'revoke') setSaid({ question, answer });
  };
  const questions: readonly TokenQuestion[] =
    which === 'access' ? ['introspect', 'userinfo', 'revoke'] : ['introspect', 'revoke'];
  return (
    <section className={styles['questions']} aria-label="Ask the server">
      <p className={styles['row']}>
        <span className={styles['lead']}>Ask the server</span>
        {questions.map((question) => (
          <Button key={question} size="dense" isDisabled={isBusy} onPress={() => void ask(question)}>
            {labels[question]}
          </Button>
        ))}
      </p>
      {said !== undefined && (
        <dl className={styles['answer']} aria-label={`${labels[said.question]}: the answer`}>
          {Object.entries(said.answer).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shown(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};
